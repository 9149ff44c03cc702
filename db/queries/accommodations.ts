import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Accommodation } from '@/rules/assessment/accommodations';
import type { QuizRules } from '@/rules/assessment/quiz';
import type { Db } from '../client';
import { accommodations, attempts, users } from '../schema';

export type GivenAccommodation = Accommodation & {
  /** Empty for every quiz. */
  lessonId: string;
  reason: string;
  /** Null where the account is not there any more. */
  by: string | null;
  grantedAt: Date;
};

/** Everything that was agreed with somebody in a course, for every quiz first. */
export const accommodationsOf = (db: Db, enrollmentId: string): Promise<GivenAccommodation[]> =>
  db
    .select({
      lessonId: accommodations.lessonId,
      timePercent: accommodations.timePercent,
      extraAttempts: accommodations.extraAttempts,
      extraDays: accommodations.extraDays,
      reason: accommodations.reason,
      by: users.name,
      grantedAt: accommodations.grantedAt,
    })
    .from(accommodations)
    .leftJoin(users, eq(users.id, accommodations.grantedBy))
    .where(eq(accommodations.enrollmentId, enrollmentId))
    .orderBy(asc(accommodations.lessonId));

/** Sets what is agreed with somebody for a quiz, or for every one, in place of what was. */
export async function setAccommodation(
  db: Db,
  given: Accommodation & { enrollmentId: string; lessonId: string; reason: string; grantedBy: string },
): Promise<void> {
  const { enrollmentId: _enrollment, lessonId: _lesson, ...changed } = given;
  await db
    .insert(accommodations)
    .values(given)
    .onConflictDoUpdate({
      target: [accommodations.enrollmentId, accommodations.lessonId],
      set: { ...changed, grantedAt: sql`now()`, version: sql`${accommodations.version} + 1` },
    });
}

/** @returns whether there was one. */
export async function removeAccommodation(db: Db, enrollmentId: string, lessonId: string): Promise<boolean> {
  const gone = await db
    .delete(accommodations)
    .where(and(eq(accommodations.enrollmentId, enrollmentId), eq(accommodations.lessonId, lessonId)))
    .returning({ lessonId: accommodations.lessonId });
  return gone.length > 0;
}

/** The attempts of somebody that are under way, locked until the transaction ends. */
export const lockRunning = (db: Db, enrollmentId: string) =>
  db
    .select({
      id: attempts.id,
      lessonId: attempts.lessonId,
      editionId: attempts.editionId,
      startedAt: attempts.startedAt,
    })
    .from(attempts)
    .where(and(eq(attempts.enrollmentId, enrollmentId), isNull(attempts.submittedAt)))
    .for('update');

/** Gives an attempt under way other rules, and with them another end. */
export async function setAttemptRules(
  db: Db,
  attemptId: string,
  rules: QuizRules,
  dueAt: Date | null,
): Promise<void> {
  await db.update(attempts).set({ rules, dueAt }).where(eq(attempts.id, attemptId));
}
