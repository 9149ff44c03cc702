import { and, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Correction } from '@/rules/assessment/corrections';
import type { QuizRules } from '@/rules/assessment/quiz';
import type { Answer } from '@/rules/learning/evidence';
import type { Db } from '../client';
import { corrections, users } from '../schema';

const maker = alias(users, 'maker');
const taker = alias(users, 'taker');

/** The corrections of a quiz or of one of its questions, taken back or not, the newest first, with who made them. */
export function correctionHistory(db: Db, courseId: string, lessonId: string, blockId: string) {
  return db
    .select({
      id: corrections.id,
      fromEdition: corrections.fromEdition,
      throughEdition: corrections.throughEdition,
      correction: corrections.correction,
      reason: corrections.reason,
      madeBy: maker.name,
      madeAt: corrections.madeAt,
      takenBackBy: taker.name,
      takenBackAt: corrections.takenBackAt,
    })
    .from(corrections)
    .leftJoin(maker, eq(maker.id, corrections.madeBy))
    .leftJoin(taker, eq(taker.id, corrections.takenBackBy))
    .where(
      and(
        eq(corrections.courseId, courseId),
        eq(corrections.lessonId, lessonId),
        eq(corrections.blockId, blockId),
      ),
    )
    .orderBy(desc(corrections.madeAt), desc(corrections.id));
}

/**
 * Takes a turn with the corrections of a quiz until the transaction ends: whoever hands in shares it with others who
 * do, whoever corrects has it alone. An attempt is marked with all corrections, or found by the next one. It is taken
 * after the enrollment is locked, and before grades are.
 */
export async function takeQuizTurn(
  db: Db,
  slug: string,
  lessonId: string,
  how: 'shared' | 'alone',
): Promise<void> {
  const key = sql`hashtextextended(${`quiz:${slug}:${lessonId}`}, 0)`;
  await db.execute(
    how === 'alone'
      ? sql`select pg_advisory_xact_lock(${key})`
      : sql`select pg_advisory_xact_lock_shared(${key})`,
  );
}

export type CorrectedQuestion = {
  courseId: string;
  lessonId: string;
  blockId: string;
  fromEdition: number;
  throughEdition: number;
};

export type AttemptToCorrect = {
  id: string;
  enrollmentId: string;
  editionId: string;
  zone: string;
  name: string;
  rules: QuizRules;
  questions: string[];
  submittedAt: Date;
  released: boolean;
  /** How many answers wait for a person; then it came to nothing yet. */
  toMark: number;
  earned: number | null;
  possible: number | null;
  correctedEarned: number | null;
  correctedPossible: number | null;
  /** Whether it is of these editions and asked the question; the others may count instead of it. */
  touched: boolean;
  answers: Record<string, Answer>;
  /** What the hints cost that were taken, by question, in percent. */
  hints: Record<string, number>;
  /** What persons gave, by question. */
  hand: Record<string, number>;
  /** The grade that a person set instead; null where none is. */
  override: number | null;
  /** Whether the grade of the learner is shown to them. */
  shown: boolean;
};

/**
 * The attempts of the next learners who were asked a question in some editions and handed it in: all attempts of each
 * of these learners at the quiz, by enrollment, the oldest first.
 */
export async function attemptsToCorrect(
  db: Db,
  of: CorrectedQuestion,
  { after, learners }: { after: string | null; learners: number },
): Promise<AttemptToCorrect[]> {
  const touched = sql`a.lesson_id = ${of.lessonId} and a.submitted_at is not null
    and d.number between ${of.fromEdition} and ${of.throughEdition} and ${of.blockId} = any(a.questions)`;
  const rows = await db.execute<Omit<AttemptToCorrect, 'submittedAt'> & { submittedAt: string }>(sql`
    with who as (
      select distinct a.enrollment_id from attempts a join editions d on d.id = a.edition_id
      where d.course_id = ${of.courseId} and ${touched}
        ${after === null ? sql`` : sql`and a.enrollment_id > ${after}::uuid`}
      order by a.enrollment_id limit ${learners}
    )
    select a.id, a.enrollment_id as "enrollmentId", a.edition_id as "editionId",
      coalesce(d.manifest->>'zone', 'UTC') as zone, u.name, a.rules, to_json(a.questions) as questions,
      a.submitted_at as "submittedAt", a.released_at is not null as released,
      a.to_mark as "toMark", a.earned, a.possible,
      a.corrected_earned as "correctedEarned", a.corrected_possible as "correctedPossible", ${touched} as touched,
      coalesce((select jsonb_object_agg(w.block_id, w.answer) from attempt_answers w
        where w.attempt_id = a.id), '{}'::jsonb) as answers,
      coalesce((select jsonb_object_agg(h.block_id, h.cost) from (
        select t.block_id, least(100, sum(t.cost)) as cost from taken_hints t
        where t.attempt_id = a.id group by t.block_id) h), '{}'::jsonb) as hints,
      coalesce((select jsonb_object_agg(h.block_id, h.earned) from hand_marks h
        where h.attempt_id = a.id and h.marked_at is not null), '{}'::jsonb) as hand,
      g.override, g.released_at is not null as shown
    from who join attempts a on a.enrollment_id = who.enrollment_id join editions d on d.id = a.edition_id
    join enrollments e on e.id = a.enrollment_id join users u on u.id = e.user_id
    left join grades g on g.enrollment_id = a.enrollment_id and g.item_id = a.lesson_id
    where a.lesson_id = ${of.lessonId} and a.submitted_at is not null
    order by a.enrollment_id, a.number`);
  return rows.map((row) => ({ ...row, submittedAt: new Date(row.submittedAt) }));
}

/** A correction of a question of a quiz by its id, taken back or not; null when there is none. */
export async function correctionById(
  db: Db,
  of: { courseId: string; lessonId: string; blockId: string; id: string },
) {
  const [row] = await db
    .select()
    .from(corrections)
    .where(
      and(
        eq(corrections.id, of.id),
        eq(corrections.courseId, of.courseId),
        eq(corrections.lessonId, of.lessonId),
        eq(corrections.blockId, of.blockId),
      ),
    );
  return row ?? null;
}

/** Writes a correction down. @returns its id. */
export async function recordCorrection(
  db: Db,
  of: {
    courseId: string;
    lessonId: string;
    blockId: string;
    fromEdition: number;
    throughEdition: number;
    correction: Correction;
    reason: string;
    madeBy: string;
  },
): Promise<string> {
  // By the clock and not by the start of the transaction, which waited its turn: corrections add up in their order.
  const [row] = await db
    .insert(corrections)
    .values({ ...of, madeAt: sql`clock_timestamp()` as never })
    .returning({ id: corrections.id });
  if (!row) throw new Error('the correction was not stored');
  return row.id;
}

/** Notes who took a correction back. */
export async function setTakenBack(db: Db, id: string, userId: string): Promise<void> {
  await db
    .update(corrections)
    .set({ takenBackBy: userId, takenBackAt: sql`clock_timestamp()` })
    .where(eq(corrections.id, id));
}
