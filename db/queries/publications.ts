import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { LearnerMoves } from '@/rules/editions/moves';
import type { Db } from '../client';
import { courseStaff, courses, publications, users } from '../schema';

export type NewPublication = {
  courseId: string;
  dueAt: Date;
  dueZone: string;
  note: string;
  moves: LearnerMoves;
  texts: Record<string, string>;
  assets: Record<string, string>;
  createdBy: string;
};

/** Has an edition published at a time to come; null when the course has one waiting already. */
export async function recordPublication(db: Db, publication: NewPublication): Promise<string | null> {
  const [row] = await db
    .insert(publications)
    .values({ ...publication, nextAttemptAt: publication.dueAt })
    .onConflictDoNothing()
    .returning({ id: publications.id });
  return row?.id ?? null;
}

/** The publication of a course that was asked for last, without its files; null when there was none. */
export async function lastPublication(db: Db, courseId: string) {
  const [row] = await db
    .select({
      id: publications.id,
      state: publications.state,
      dueAt: publications.dueAt,
      dueZone: publications.dueZone,
      note: publications.note,
      moves: publications.moves,
      error: publications.error,
      createdAt: publications.createdAt,
      createdBy: users.name,
    })
    .from(publications)
    .innerJoin(users, eq(users.id, publications.createdBy))
    .where(eq(publications.courseId, courseId))
    .orderBy(desc(publications.createdAt))
    .limit(1);
  return row ?? null;
}

const stillWaiting = (id: string) => and(eq(publications.id, id), eq(publications.state, 'waiting'));

/** Cancels a publication that waits; false when it no longer does. */
export async function setPublicationCancelled(db: Db, courseId: string, id: string): Promise<boolean> {
  const rows = await db
    .update(publications)
    .set({ state: 'cancelled', finishedAt: sql`now()` })
    .where(and(stillWaiting(id), eq(publications.courseId, courseId)))
    .returning({ id: publications.id });
  return rows.length > 0;
}

/**
 * Takes a publication that is due for `leaseSeconds`: another replica passes over it, and the lease of one
 * that was killed runs out. The attempt is counted before it is made, so that one that ends the process
 * counts too.
 */
export async function leasePublication(db: Db, leaseSeconds: number) {
  const due = db
    .select({ id: publications.id })
    .from(publications)
    .where(and(eq(publications.state, 'waiting'), lte(publications.nextAttemptAt, sql`now()`)))
    .orderBy(publications.nextAttemptAt)
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db
    .update(publications)
    .set({
      attempts: sql`${publications.attempts} + 1`,
      nextAttemptAt: sql`now() + make_interval(secs => ${leaseSeconds})`,
    })
    .where(sql`${publications.id} in ${due}`)
    .returning({ id: publications.id, attempts: publications.attempts });
  return row ?? null;
}

/**
 * A publication that waits, with its course and whoever asked for it, locked until the transaction ends;
 * null when it no longer waits, or somebody else is at work on it.
 */
export async function lockPublication(db: Db, id: string) {
  const [row] = await db
    .select({
      id: publications.id,
      note: publications.note,
      moves: publications.moves,
      texts: publications.texts,
      assets: publications.assets,
      dueAt: publications.dueAt,
      dueZone: publications.dueZone,
      course: { id: courses.id, slug: courses.slug, currentEditionId: courses.currentEditionId },
      by: {
        userId: users.id,
        email: users.email,
        role: users.role,
        suspended: sql<boolean>`${users.suspendedAt} is not null`,
        staffRole: courseStaff.role,
      },
    })
    .from(publications)
    .innerJoin(courses, eq(courses.id, publications.courseId))
    .innerJoin(users, eq(users.id, publications.createdBy))
    .leftJoin(courseStaff, and(eq(courseStaff.courseId, courses.id), eq(courseStaff.userId, users.id)))
    .where(stillWaiting(id))
    .for('update', { of: publications, skipLocked: true });
  return row ?? null;
}

/** What a publication is to publish, while it waits. */
export async function scheduledPublication(db: Db, id: string) {
  const [row] = await db
    .select({ texts: publications.texts, assets: publications.assets, course: { slug: courses.slug } })
    .from(publications)
    .innerJoin(courses, eq(courses.id, publications.courseId))
    .where(stillWaiting(id));
  return row ?? null;
}

/** Notes what a publication led to. */
export async function setPublicationDone(db: Db, id: string, editionId: string): Promise<void> {
  await db
    .update(publications)
    .set({ state: 'done', editionId, error: null, finishedAt: sql`now()` })
    .where(stillWaiting(id));
}

/** Notes why a publication failed; for the time being, when it is tried again in some seconds. */
export async function setPublicationFailed(
  db: Db,
  id: string,
  error: string,
  retryInSeconds: number | null,
): Promise<void> {
  await db
    .update(publications)
    .set(
      retryInSeconds === null
        ? { state: 'failed', error, finishedAt: sql`now()` }
        : { error, nextAttemptAt: sql`now() + make_interval(secs => ${retryInSeconds})` },
    )
    .where(stillWaiting(id));
}
