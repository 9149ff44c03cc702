import { and, eq, isNotNull, ne, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { enrollments, gradings, submissions, users, workComments } from '../schema';

type Reopening = {
  submissionId: string;
  graderId: string;
  minutes: number;
  /** The new promise. */
  backAt: Date;
  escalateAt: Date;
};

/**
 * Opens a finished grading again for somebody, with its comments, and the version with it. The enrollment was locked.
 * @returns false when it is not finished.
 */
export async function reopenGradingOf(
  db: Db,
  { submissionId, graderId, minutes, backAt, escalateAt }: Reopening,
): Promise<boolean> {
  const [was] = await db
    .select({ graderId: gradings.graderId })
    .from(gradings)
    .where(and(eq(gradings.submissionId, submissionId), isNotNull(gradings.finishedAt)))
    .for('update');
  if (!was) return false;
  await db
    .update(gradings)
    .set({ graderId, finishedAt: null, claimedUntil: sql`now() + make_interval(mins => ${minutes})` })
    .where(eq(gradings.submissionId, submissionId));
  // What the first grader said counts on, and is the other's to change.
  // Peers have said nothing to the words.
  if (was.graderId)
    await db
      .update(workComments)
      .set({ graderId })
      .where(
        and(
          eq(workComments.submissionId, submissionId),
          eq(workComments.graderId, was.graderId),
          ne(workComments.graderId, graderId),
        ),
      );
  await db
    .update(submissions)
    .set({
      gradedAt: null,
      releasedAt: null,
      reopenedAt: sql`now()`,
      backAt,
      escalateAt,
      escalatedAt: null,
    })
    .where(eq(submissions.id, submissionId));
  return true;
}

/** The address of a learner who may be told of their work; null where they may not, or do not want to hear of it. */
export async function learnerToTell(db: Db, enrollmentId: string): Promise<string | null> {
  const [row] = await db
    .select({ email: users.email })
    .from(enrollments)
    .innerJoin(users, eq(users.id, enrollments.userId))
    .where(
      and(
        eq(enrollments.id, enrollmentId),
        sql`${enrollments.state} in ('active', 'completed') and not ${users.quiet} and ${users.suspendedAt} is null
          and ${users.unclaimedSince} is null and ${users.emailConfirmedAt} is not null`,
      ),
    );
  return row?.email ?? null;
}
