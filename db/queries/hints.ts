import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../client';
import { takenHints } from '../schema';

/** Whose hints: of an attempt, or of the check questions of a lesson. */
export type HintsOf = { enrollmentId: string; lessonId: string; attemptId: string | null };

/** The hints that were taken, from the first of each question. */
export const hintsTaken = (db: Db, { enrollmentId, lessonId, attemptId }: HintsOf) =>
  db
    .select({ blockId: takenHints.blockId, number: takenHints.number, cost: takenHints.cost })
    .from(takenHints)
    .where(
      attemptId === null
        ? and(
            isNull(takenHints.attemptId),
            eq(takenHints.enrollmentId, enrollmentId),
            eq(takenHints.lessonId, lessonId),
          )
        : eq(takenHints.attemptId, attemptId),
    )
    .orderBy(asc(takenHints.blockId), asc(takenHints.number));

/** Writes down that a hint was taken. Twice, or twenty times at once, it is one row. */
export async function recordHint(
  db: Db,
  hint: HintsOf & { editionId: string; blockId: string; number: number; cost: number },
): Promise<void> {
  await db.insert(takenHints).values(hint).onConflictDoNothing();
}
