import { and, type SQL, sql } from 'drizzle-orm';
import type { AttemptSort, AttemptState, AttemptsFilter } from '@/rules/assessment/attempts-filter';
import { mostCounted, type TableOrder } from '@/rules/tables/table-view';
import type { Db } from '../client';
import { instantKey, keyset, nameContains, nameOrder, numberKey, type SortKey, textKey } from './keyset';
import { type DueTime, type QuizScope, results } from './quiz-results';

export type QuizTally = {
  lessonId: string;
  /** The newest edition in which somebody took it. */
  editionId: string;
  attempts: number;
  learners: number;
  underWay: number;
  /** Attempts that wait for their release, and answers that wait for a person. */
  waiting: number;
  toMark: number;
  /** Learners who handed something in that is marked, and of them who passed. */
  handedIn: number;
  passed: number;
  /** The median of the best result of each learner, in millionths. */
  median: number | null;
};

/** The quizzes of a course at which there are attempts, with what came of them. */
export function quizTallies(db: Db, courseId: string, dues: readonly DueTime[]) {
  return db.execute<QuizTally>(sql`
    with ${results({ courseId, lessonId: null }, dues)}, learner as (
      select lesson_id, enrollment_id, count(*) as attempts, count(share) as handed_in, sum(to_mark) as to_mark,
        count(*) filter (where submitted_at is null) as under_way,
        count(*) filter (where submitted_at is not null and to_mark = 0 and released_at is null) as waiting,
        max(share) as best, bool_or(passed) as passed
      from result group by lesson_id, enrollment_id
    )
    select l.lesson_id as "lessonId",
      (select r.edition_id from result r where r.lesson_id = l.lesson_id order by r.edition desc limit 1) as "editionId",
      sum(attempts)::int as attempts, count(*)::int as learners, sum(under_way)::int as "underWay",
      sum(waiting)::int as waiting, sum(to_mark)::int as "toMark", count(*) filter (where handed_in > 0)::int as "handedIn",
      count(*) filter (where passed)::int as passed,
      percentile_cont(0.5) within group (order by best)::float as median
    from learner l group by l.lesson_id`);
}

type Scope = QuizScope & { dues: readonly DueTime[] };

const states: Record<AttemptState, SQL> = {
  'under-way': sql`r.submitted_at is null`,
  unmarked: sql`r.to_mark > 0`,
  waiting: sql`r.submitted_at is not null and r.to_mark = 0 and r.released_at is null`,
  shown: sql`r.released_at is not null`,
};

const matching = ({ search, state, passed }: AttemptsFilter): SQL =>
  and(
    sql`true`,
    state ? states[state] : undefined,
    passed === 'yes' ? sql`r.passed` : undefined,
    passed === 'no' ? sql`r.share is not null and not r.passed` : undefined,
    search === '' ? undefined : nameContains(search),
  ) as SQL;

const from = sql`from result r join enrollments e on e.id = r.enrollment_id join users on users.id = e.user_id`;

function sortKey(sort: AttemptSort): SortKey {
  if (sort === 'name') return textKey(nameOrder);
  if (sort === 'handed') return instantKey(sql`r.submitted_at`, 'infinity');
  return numberKey(sql`coalesce(r.share, 0)`);
}

type Row = {
  id: string;
  enrollmentId: string;
  name: string;
  number: number;
  edition: number;
  submittedAt: string | null;
  releasedAt: string | null;
  toMark: number;
  byClock: boolean;
  days: number;
  corrected: boolean;
  rawShare: number | null;
  share: number | null;
  passed: boolean;
  key: string;
};

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** A page of the attempts at a quiz, with whose they are. */
export async function attemptRows(
  db: Db,
  filter: AttemptsFilter,
  order: TableOrder<AttemptSort>,
  { limit, dues, ...scope }: Scope & { limit: number },
) {
  const by = sortKey(order.sort);
  const { where, orderBy, reversed } = keyset(order, by, sql`r.id`);
  const rows = await db.execute<Row>(sql`
    with ${results(scope, dues)}
    select r.id, r.enrollment_id as "enrollmentId", users.name, r.number, r.edition, r.submitted_at as "submittedAt",
      r.released_at as "releasedAt", r.to_mark as "toMark", coalesce(r.submitted_by = 'clock', false) as "byClock",
      coalesce(r.days, 0)::int as days, r.corrected,
      r.raw_share as "rawShare", r.share, r.passed, ${by.key} as key
    ${from} where ${and(matching(filter), where)} order by ${sql.join(orderBy, sql`, `)} limit ${limit}`);
  const read = rows.map(({ submittedAt, releasedAt, ...row }) => ({
    ...row,
    submittedAt: instant(submittedAt),
    releasedAt: instant(releasedAt),
  }));
  return reversed ? read.reverse() : read;
}

/** How many attempts match, counted no further than one more than a page names. */
export async function countAttempts(
  db: Db,
  filter: AttemptsFilter,
  { dues, ...scope }: Scope,
): Promise<number> {
  const [row] = await db.execute<{ total: number }>(sql`
    with ${results(scope, dues)}, counted as (select 1 ${from} where ${matching(filter)} limit ${mostCounted + 1})
    select count(*)::int as total from counted`);
  return row?.total ?? 0;
}

/** One attempt at a quiz of a course, with whose it is; null when there is none. */
export async function attemptOfCourse(db: Db, of: { courseId: string; lessonId: string; id: string }) {
  const [row] = await db.execute<{ enrollmentId: string; number: number; name: string }>(sql`
    select a.enrollment_id as "enrollmentId", a.number, u.name
    from attempts a join enrollments e on e.id = a.enrollment_id join users u on u.id = e.user_id
    where a.id = ${of.id} and a.lesson_id = ${of.lessonId} and e.course_id = ${of.courseId}`);
  return row ?? null;
}
