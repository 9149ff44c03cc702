import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { EnrollmentState } from '@/rules/enrollment';
import type { Db } from '../client';
import { courses, enrollmentEvents, enrollments } from '../schema';

/** A person's enrollment in a course by its address, locked until the transaction ends. */
export async function lockEnrollment(db: Db, slug: string, userId: string) {
  const [row] = await db
    .select({
      id: enrollments.id,
      ownerId: enrollments.userId,
      courseId: enrollments.courseId,
      editionId: enrollments.editionId,
      state: enrollments.state,
    })
    .from(enrollments)
    .innerJoin(courses, eq(courses.id, enrollments.courseId))
    .where(and(eq(courses.slug, slug), eq(enrollments.userId, userId)))
    .for('update', { of: enrollments });
  return row ?? null;
}

type NewEnrollment = { courseId: string; userId: string; editionId: string; state: EnrollmentState };
type Stored = { id: string; editionId: string };

/** Makes an enrollment; null when this person has one in this course already. */
export async function recordEnrollment(db: Db, enrollment: NewEnrollment): Promise<Stored | null> {
  const [row] = await db
    .insert(enrollments)
    .values(enrollment)
    .onConflictDoNothing({ target: [enrollments.courseId, enrollments.userId] })
    .returning({ id: enrollments.id, editionId: enrollments.editionId });
  return row ?? null;
}

type Move = { id: string; from: EnrollmentState; to: EnrollmentState };

/** Moves an enrollment from one state to another; null when it is no longer in the first. */
export async function setEnrollmentState(db: Db, { id, from, to }: Move): Promise<Stored | null> {
  const [row] = await db
    .update(enrollments)
    .set({ state: to, version: sql`${enrollments.version} + 1` })
    .where(and(eq(enrollments.id, id), eq(enrollments.state, from)))
    .returning({ id: enrollments.id, editionId: enrollments.editionId });
  return row ?? null;
}

type EnrollmentEvent = {
  enrollmentId: string;
  from: EnrollmentState | null;
  to: EnrollmentState;
  editionId: string;
  actorId: string;
};

/** Appends to the history of an enrollment. */
export async function recordEnrollmentEvent(db: Db, event: EnrollmentEvent): Promise<void> {
  await db.insert(enrollmentEvents).values(event);
}

/** Takes a seat if one is left, in one statement: the database decides who gets the last one. */
export async function takeSeat(db: Db, courseId: string): Promise<boolean> {
  const free = or(isNull(courses.seats), lt(courses.seatsTaken, courses.seats));
  const rows = await db
    .update(courses)
    .set({ seatsTaken: sql`${courses.seatsTaken} + 1` })
    .where(and(eq(courses.id, courseId), free))
    .returning({ id: courses.id });
  return rows.length === 1;
}

/** Gives a seat back. A count that is already at nothing must not keep anybody from leaving. */
export async function freeSeat(db: Db, courseId: string): Promise<void> {
  await db
    .update(courses)
    .set({ seatsTaken: sql`greatest(${courses.seatsTaken} - 1, 0)` })
    .where(eq(courses.id, courseId));
}

/** How many enrollments the courses have in each state. */
export function enrollmentCounts(db: Db, courseIds: string[]) {
  return db
    .select({
      courseId: enrollments.courseId,
      state: enrollments.state,
      count: sql<number>`count(*)::int`,
    })
    .from(enrollments)
    .where(inArray(enrollments.courseId, courseIds))
    .groupBy(enrollments.courseId, enrollments.state);
}
