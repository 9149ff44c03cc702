import { and, eq, sql } from 'drizzle-orm';
import type { QuizRules } from '@/rules/assessment/quiz';
import type { Answer } from '@/rules/learning/evidence';
import type { Scores } from '@/rules/work/rubric';
import type { Db } from '../client';
import { handMarks } from '../schema';

export type HandMark = typeof handMarks.$inferSelect;

/** What persons marked, or have to mark, of an attempt, by question. */
export async function handMarksOf(db: Db, attemptId: string): Promise<Map<string, HandMark>> {
  const rows = await db.select().from(handMarks).where(eq(handMarks.attemptId, attemptId));
  return new Map(rows.map((row) => [row.blockId, row]));
}

/** Of attempts, which questions wait for a person now: what is new waits, and what does not wait any more is gone. */
export async function setWaiting(
  db: Db,
  attempts: readonly { attemptId: string; waits: readonly string[] }[],
): Promise<void> {
  if (attempts.length === 0) return;
  const rows = JSON.stringify(attempts.map(({ attemptId, waits }) => ({ id: attemptId, waits })));
  const waiting = sql`jsonb_to_recordset(${rows}::jsonb) as a (id uuid, waits jsonb)`;
  await db.execute(sql`
    delete from hand_marks h using ${waiting}
    where h.attempt_id = a.id and h.marked_at is null and not a.waits ? h.block_id`);
  await db.execute(sql`
    insert into hand_marks (attempt_id, block_id)
    select a.id, w from ${waiting} cross join jsonb_array_elements_text(a.waits) w
    on conflict (attempt_id, block_id) do nothing`);
}

/**
 * Writes a mark, unless somebody was faster than the version that was looked at.
 * @returns whether it was written.
 */
export async function setHandMark(
  db: Db,
  mark: { id: string; version: number; scores: Scores; comment: string; earned: number; markedBy: string },
): Promise<boolean> {
  const { id, version, ...values } = mark;
  const rows = await db
    .update(handMarks)
    .set({ ...values, version: version + 1, markedAt: sql`clock_timestamp()` })
    .where(and(eq(handMarks.id, id), eq(handMarks.version, version)))
    .returning({ id: handMarks.id });
  return rows.length > 0;
}

/** Writes what an attempt came to once nothing of it waits, or how much still does. */
export async function setMarked(
  db: Db,
  attemptId: string,
  result: {
    toMark: number;
    earned: number | null;
    possible: number | null;
    corrected: { earned: number; possible: number } | null;
    /** What hints took of it, in millionths. */
    hintsTook: number;
    /** Whether its learner sees it as soon as it is marked. */
    released: boolean;
  },
): Promise<void> {
  const { toMark, earned, possible, corrected, hintsTook, released } = result;
  await db.execute(sql`
    update attempts set to_mark = ${toMark}, hints_took = ${hintsTook}, earned = ${earned}::int, possible = ${possible}::int,
      corrected_earned = ${corrected?.earned ?? null}::int, corrected_possible = ${corrected?.possible ?? null}::int,
      released_at = case when ${toMark} > 0 then null when ${released} then coalesce(released_at, now())
        else released_at end
    where id = ${attemptId}`);
  await db.execute(sql`
    update attempt_answers a set earned = h.earned from hand_marks h
    where a.attempt_id = ${attemptId} and h.attempt_id = a.attempt_id and h.block_id = a.block_id
      and h.earned is not null`);
}

type Scope = { courseId: string; lessonId: string };

export type WaitingAnswer = {
  id: string;
  blockId: string;
  editionId: string;
  learner: string;
  rules: QuizRules;
  submittedAt: string;
  backAt: string | null;
  zone: string;
  answer: Answer;
};

const waiting = ({ courseId, lessonId }: Scope, grader: string) => sql`
  from hand_marks h join attempts a on a.id = h.attempt_id join enrollments e on e.id = a.enrollment_id
  join users u on u.id = e.user_id join editions d on d.id = a.edition_id
  join attempt_answers w on w.attempt_id = a.id and w.block_id = h.block_id
  where h.marked_at is null and e.course_id = ${courseId} and a.lesson_id = ${lessonId} and e.user_id <> ${grader}`;

/** The answers to a quiz that wait for a person, what was promised first before the rest, and then the longest waiting; one's own are for others. */
export function waitingAnswers(db: Db, scope: Scope, grader: string, limit: number) {
  return db.execute<WaitingAnswer>(sql`
    select h.id, h.block_id as "blockId", a.edition_id as "editionId", u.name as learner, a.rules,
      a.submitted_at as "submittedAt", a.back_at as "backAt", coalesce(d.manifest->>'zone', 'UTC') as zone,
      w.answer ${waiting(scope, grader)}
    order by a.back_at, a.submitted_at, h.id limit ${limit}`);
}

/** How many answers to a quiz wait for a person. */
export async function countWaiting(db: Db, scope: Scope, grader: string): Promise<number> {
  const [row] = await db.execute<{ total: number }>(
    sql`select count(*)::int as total ${waiting(scope, grader)}`,
  );
  return row?.total ?? 0;
}

/** Which in the queue of its quiz an attempt is that waits to be marked, by what was promised. */
export async function placeInMarking(db: Db, attemptId: string): Promise<number> {
  const [row] = await db.execute<{ place: number }>(sql`
    select count(*)::int + 1 as place from attempts own join enrollments mine on mine.id = own.enrollment_id
    join enrollments e on e.course_id = mine.course_id
    join attempts a on a.enrollment_id = e.id and a.lesson_id = own.lesson_id and a.to_mark > 0
      and (a.back_at, a.id) < (own.back_at, own.id)
    where own.id = ${attemptId}`);
  return row?.place ?? 1;
}

export type MarkInCourse = Omit<WaitingAnswer, 'submittedAt' | 'backAt' | 'zone'> & {
  attemptId: string;
  userId: string;
  enrollmentId: string;
  number: number;
  submittedAt: Date;
  toMark: number;
  releasedAt: string | null;
  scores: Scores | null;
  comment: string;
  markedAt: string | null;
  markedBy: string | null;
  version: number;
};

/** One answer to a quiz of a course that a person marks, or has marked; null when there is none of this id. */
export async function markInCourse(
  db: Db,
  { courseId, lessonId }: Scope,
  id: string,
): Promise<MarkInCourse | null> {
  const [row] = await db.execute<Omit<MarkInCourse, 'submittedAt'> & { submittedAt: string }>(sql`
    select h.id, h.block_id as "blockId", a.edition_id as "editionId", u.name as learner, a.rules,
      a.submitted_at as "submittedAt", w.answer, a.id as "attemptId", e.user_id as "userId",
      e.id as "enrollmentId", a.number, a.to_mark as "toMark", a.released_at as "releasedAt", h.scores, h.comment,
      h.marked_at as "markedAt", m.name as "markedBy", h.version
    from hand_marks h join attempts a on a.id = h.attempt_id join enrollments e on e.id = a.enrollment_id
    join users u on u.id = e.user_id left join users m on m.id = h.marked_by
    join attempt_answers w on w.attempt_id = a.id and w.block_id = h.block_id
    where h.id = ${id} and e.course_id = ${courseId} and a.lesson_id = ${lessonId}`);
  return row ? { ...row, submittedAt: new Date(row.submittedAt) } : null;
}
