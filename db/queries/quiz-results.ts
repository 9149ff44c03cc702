import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../client';

/** The attempts at quizzes of a course: at one, or at all of them. */
export type QuizScope = { courseId: string; lessonId: string | null };

const ofLesson = ({ lessonId }: QuizScope): SQL =>
  lessonId === null ? sql`` : sql`and a.lesson_id = ${lessonId}`;

/** A local time at which a quiz is due, with the instant that the rules make of it. */
export type DueTime = { due: string; zone: string; at: string | null };

/** The local times at which attempts were due, each once: a few, however many attempts there are. */
export function dueTimes(db: Db, scope: QuizScope) {
  return db.execute<{ due: string; zone: string }>(sql`
    select distinct a.rules->>'due' as due, coalesce(d.manifest->>'zone', 'UTC') as zone
    from attempts a join editions d on d.id = a.edition_id
    where d.course_id = ${scope.courseId} ${ofLesson(scope)} and a.rules ? 'due'`);
}

/**
 * The attempts with what each came to, as `result`, for a statement that begins with `with`. It is the same as
 * `outcomeOf` and `isPassed` of the rules say, so that a table can be sorted and filtered by it; shares are in
 * millionths, null while an attempt is under way, or waits for a person.
 */
export const results = (scope: QuizScope, dues: readonly DueTime[]): SQL => sql`
  due as (
    select * from jsonb_to_recordset(${JSON.stringify(dues)}::jsonb) as d (due text, zone text, at timestamptz)
  ), marked as (
    select a.id, a.enrollment_id, a.edition_id, a.lesson_id, a.number, a.rules, a.questions, a.started_at,
      a.submitted_at, a.submitted_by, a.released_at, a.to_mark, d.number as edition, a.corrected_earned is not null as corrected,
      a.earned::bigint as raw_earned, a.possible::bigint as raw_possible,
      coalesce(a.corrected_earned, a.earned)::bigint as earned,
      coalesce(a.corrected_possible, a.possible)::bigint as possible,
      greatest(0, ceil(extract(epoch from date_trunc('milliseconds', a.submitted_at) - due.at) / 86400)) as days
    from attempts a join editions d on d.id = a.edition_id
    left join due on due.due = a.rules->>'due' and due.zone = coalesce(d.manifest->>'zone', 'UTC')
    where d.course_id = ${scope.courseId} ${ofLesson(scope)}
  ), kept as (
    select *, case when days = 0 or not rules ? 'late' then earned else floor(earned * least(100, greatest(0,
      (rules->'late'->>'floor')::numeric, 100 - (rules->'late'->>'perDay')::numeric * days)) / 100)::bigint end as final
    from marked
  ), result as (
    select *,
      case when raw_possible > 0 then raw_earned * 1000000 / raw_possible when raw_possible = 0 then 0 end::int as raw_share,
      case when possible > 0 then final * 1000000 / possible when possible = 0 then 0 end::int as share,
      coalesce(possible > 0 and final * 100 >= (rules->>'pass')::numeric * possible, false) as passed
    from kept
  )`;
