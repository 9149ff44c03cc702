import { and, asc, eq, isNull, lte, notInArray, sql } from 'drizzle-orm';
import type { Confidence } from '@/rules/assessment/confidence';
import type { QuizRules } from '@/rules/assessment/quiz';
import type { Answer } from '@/rules/learning/evidence';
import type { Db } from '../client';
import { attemptAnswers, attempts, courses, enrollments } from '../schema';

export type AttemptRow = typeof attempts.$inferSelect;

/** The attempts of a learner at a quiz, oldest first. */
export const attemptsOf = (db: Db, enrollmentId: string, lessonId: string): Promise<AttemptRow[]> =>
  db
    .select()
    .from(attempts)
    .where(and(eq(attempts.enrollmentId, enrollmentId), eq(attempts.lessonId, lessonId)))
    .orderBy(asc(attempts.number));

/**
 * Locks the enrollment of a person in a course until the transaction ends: its attempts start and are handed in
 * one after the other, and nobody moves or ends it meanwhile.
 */
export async function lockLearner(db: Db, slug: string, userId: string): Promise<void> {
  await db.execute(sql`
    select 1 from enrollments e join courses c on c.id = e.course_id
    where c.slug = ${slug} and e.user_id = ${userId} for no key update of e`);
}

/** Begins an attempt. */
export async function recordAttempt(
  db: Db,
  attempt: {
    enrollmentId: string;
    editionId: string;
    lessonId: string;
    number: number;
    rules: QuizRules;
    seed: string;
    questions: string[];
    dueAt: Date | null;
  },
): Promise<void> {
  await db.insert(attempts).values(attempt);
}

/** An attempt of a learner by its number; null when there is none. */
export async function attemptByNumber(
  db: Db,
  of: { enrollmentId: string; lessonId: string; number: number },
): Promise<AttemptRow | null> {
  const [row] = await db
    .select()
    .from(attempts)
    .where(
      and(
        eq(attempts.enrollmentId, of.enrollmentId),
        eq(attempts.lessonId, of.lessonId),
        eq(attempts.number, of.number),
      ),
    );
  return row ?? null;
}

/** The answers of an attempt by question. */
export async function answersOf(db: Db, attemptId: string) {
  const rows = await db.select().from(attemptAnswers).where(eq(attemptAnswers.attemptId, attemptId));
  return new Map(rows.map((row) => [row.blockId, row]));
}

/**
 * Whether an attempt takes anything in at this moment, by the database's clock; it cannot be handed in until the
 * transaction ends. Null when there is no such attempt.
 */
export async function holdOpen(db: Db, attemptId: string): Promise<boolean | null> {
  const [attempt] = await db.execute<{ open: boolean }>(sql`
    select submitted_at is null and (due_at is null or clock_timestamp() <= due_at) as open
    from attempts where id = ${attemptId} for share`);
  return attempt?.open ?? null;
}

export type KeptAnswer = {
  answer: Answer;
  confidence: Confidence | null;
  revision: number;
  savedAt: Date;
};

/**
 * Keeps an answer, if the attempt takes answers at this moment by the database's clock, and if none that is
 * as new is kept already. The attempt cannot be handed in meanwhile.
 * @returns what is kept now, with whether the attempt was open; null when there is no such attempt.
 */
export async function recordAnswer(
  db: Db,
  given: {
    attemptId: string;
    blockId: string;
    answer: Answer;
    confidence: Confidence | null;
    revision: number;
  },
): Promise<{ open: boolean; kept: KeptAnswer | null } | null> {
  const open = await holdOpen(db, given.attemptId);
  if (open === null) return null;
  if (open) {
    await db
      .insert(attemptAnswers)
      .values({ ...given, savedAt: sql`clock_timestamp()` as never })
      .onConflictDoUpdate({
        target: [attemptAnswers.attemptId, attemptAnswers.blockId],
        set: {
          answer: sql`excluded.answer`,
          confidence: sql`excluded.confidence`,
          revision: sql`excluded.revision`,
          savedAt: sql`excluded.saved_at`,
        },
        setWhere: sql`${attemptAnswers.revision} < excluded.revision`,
      });
  }
  const [kept] = await db
    .select({
      answer: attemptAnswers.answer,
      confidence: attemptAnswers.confidence,
      revision: attemptAnswers.revision,
      savedAt: attemptAnswers.savedAt,
    })
    .from(attemptAnswers)
    .where(and(eq(attemptAnswers.attemptId, given.attemptId), eq(attemptAnswers.blockId, given.blockId)));
  return { open, kept: kept ?? null };
}

/** An attempt that is not handed in yet, locked until the transaction ends; null when it is, or is not there. */
export async function lockOpenAttempt(db: Db, attemptId: string): Promise<AttemptRow | null> {
  const [row] = await db
    .select()
    .from(attempts)
    .where(and(eq(attempts.id, attemptId), isNull(attempts.submittedAt)))
    .for('update');
  return row ?? null;
}

/** An attempt that was handed in, locked until the transaction ends. */
export async function lockHandedIn(db: Db, attemptId: string): Promise<AttemptRow> {
  const [row] = await db.select().from(attempts).where(eq(attempts.id, attemptId)).for('update');
  if (!row?.submittedAt) throw new Error(`attempt ${attemptId} is not handed in`);
  return row;
}

/**
 * Hands an attempt in with what each of its answers was marked with, in millionths.
 * @returns when it was handed in.
 */
export async function setSubmitted(
  db: Db,
  attemptId: string,
  result: {
    by: 'learner' | 'clock';
    /** How many answers wait for a person; then there is no result yet. */
    toMark: number;
    earned: number | null;
    possible: number | null;
    corrected: { earned: number; possible: number } | null;
    /** Until when what waits is promised to be marked; null where nothing is promised. */
    promise: { backAt: Date; escalateAt: Date } | null;
    /** How many hints were taken, and what they took of what was earned. */
    hints: { taken: number; took: number };
    /** Whether the learner sees at once what it came to. */
    released: boolean;
    answers: { blockId: string; earned: number }[];
  },
): Promise<Date> {
  const [row] = await db
    .update(attempts)
    .set({
      submittedAt: sql`least(coalesce(${attempts.dueAt}, clock_timestamp()), clock_timestamp())`,
      submittedBy: result.by,
      toMark: result.toMark,
      earned: result.earned,
      possible: result.possible,
      correctedEarned: result.corrected?.earned ?? null,
      correctedPossible: result.corrected?.possible ?? null,
      ...result.promise,
      hintsTaken: result.hints.taken,
      hintsTook: result.hints.took,
      releasedAt: result.released ? sql`now()` : null,
    })
    .where(eq(attempts.id, attemptId))
    .returning({ submittedAt: attempts.submittedAt });
  await db.execute(sql`
    update attempt_answers a set earned = row.earned
    from jsonb_to_recordset(${JSON.stringify(result.answers)}::jsonb) as row ("blockId" text, earned int)
    where a.attempt_id = ${attemptId} and a.block_id = row."blockId"`);
  return row?.submittedAt ?? new Date();
}

/** Where an attempt is and whose it is; null when there is none of this id. */
export async function attemptOwner(db: Db, attemptId: string) {
  const [row] = await db
    .select({
      userId: enrollments.userId,
      course: courses.slug,
      lesson: attempts.lessonId,
      attempt: attempts.number,
    })
    .from(attempts)
    .innerJoin(enrollments, eq(enrollments.id, attempts.enrollmentId))
    .innerJoin(courses, eq(courses.id, enrollments.courseId))
    .where(eq(attempts.id, attemptId));
  return row ?? null;
}

/** The ids of attempts whose time is over and that were not handed in, without some; the longest over first. */
export async function dueAttempts(db: Db, most: number, without: string[]): Promise<string[]> {
  const rows = await db
    .select({ id: attempts.id })
    .from(attempts)
    .where(
      and(
        isNull(attempts.submittedAt),
        lte(attempts.dueAt, sql`now()`),
        without.length > 0 ? notInArray(attempts.id, without) : undefined,
      ),
    )
    .orderBy(asc(attempts.dueAt))
    .limit(most);
  return rows.map(({ id }) => id);
}
