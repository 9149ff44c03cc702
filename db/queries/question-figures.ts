import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Confidence } from '@/rules/assessment/confidence';
import type { Moments } from '@/rules/assessment/statistics';
import type { Answer } from '@/rules/learning/evidence';
import type { Db } from '../client';
import { editionLessons, editions } from '../schema';

/** The editions of a course that have a lesson, the oldest first. */
export function quizEditions(db: Db, courseId: string, lessonId: string) {
  return db
    .select({ id: editions.id, number: editions.number })
    .from(editions)
    .innerJoin(editionLessons, eq(editionLessons.editionId, editions.id))
    .where(and(eq(editions.courseId, courseId), eq(editionLessons.lessonId, lessonId)))
    .orderBy(asc(editions.number));
}

/** The attempts that count in figures: of these editions, and perhaps of one question alone. */
export type FiguresOf = { lessonId: string; editionIds: readonly string[]; blockId?: string };

/** Nothing but spaces, or nothing at all. */
const isBlank = sql`(w.answer is null or not jsonb_path_exists(w.answer, '$[*] ? (@ like_regex "[^[:space:]]")'))`;

/**
 * The questions of attempts that were handed in and are marked, as `asked`, for a statement that begins with `with`: a
 * row for each question of each, with what it earned as it was marked, what the rest of the attempt did, and from which
 * rest on somebody is among the strongest third.
 */
const asked = ({ lessonId, editionIds, blockId }: FiguresOf, which: 'first' | 'all'): SQL => sql`
  handed as (
    select ${which === 'first' ? sql`distinct on (a.enrollment_id)` : sql``} a.id, a.edition_id, a.questions, a.earned, a.possible, a.to_mark
    from attempts a where a.edition_id = any(${sql.param([...editionIds])}::uuid[]) and a.lesson_id = ${lessonId}
      and a.submitted_at is not null
    ${which === 'first' ? sql`order by a.enrollment_id, a.number` : sql``}
  ), question as (
    select h.edition_id, q.block_id, w.answer, ${isBlank} as blank, coalesce(w.earned, 0) / 1e6::float as x,
      h.earned::float / nullif(h.possible, 0) as whole,
      (h.earned - greatest(0, coalesce(w.earned, 0) - t.cost))::float / nullif(h.possible - 1000000, 0) as rest
    from handed h cross join lateral unnest(h.questions) as q (block_id)
    left join attempt_answers w on w.attempt_id = h.id and w.block_id = q.block_id
    cross join lateral (select 10000 * coalesce(sum(t.cost), 0) as cost from taken_hints t
      where t.attempt_id = h.id and t.block_id = q.block_id) t
    where h.to_mark = 0 ${blockId === undefined ? sql`` : sql`and q.block_id = ${blockId}`}
  ), strongest as (
    select edition_id, block_id, percentile_disc(2.0 / 3) within group (order by rest) as bar
    from question group by edition_id, block_id
  ), asked as (
    select q.*, coalesce(q.rest >= s.bar, false) as strong
    from question q join strongest s using (edition_id, block_id)
  )`;

export type QuestionTally = Moments & { editionId: string; blockId: string; strongest: number };

/** The sums of each question in each edition, over the first attempt of every learner. */
export function questionTallies(db: Db, of: FiguresOf) {
  return db.execute<QuestionTally>(sql`
    with ${asked(of, 'first')}
    select edition_id as "editionId", block_id as "blockId", count(*)::int as asked,
      count(*) filter (where blank)::int as blank, sum(x)::float as "sumX", count(rest)::int as paired,
      coalesce(sum(x) filter (where rest is not null), 0)::float as "pairedX",
      coalesce(sum(x * x) filter (where rest is not null), 0)::float as "pairedXX",
      coalesce(sum(rest), 0)::float as rest, coalesce(sum(rest * rest), 0)::float as "restRest",
      coalesce(sum(x * rest), 0)::float as "xRest", count(*) filter (where strong)::int as strongest
    from asked group by edition_id, block_id`);
}

export type StrongAnswer = {
  editionId: string;
  blockId: string;
  answer: Answer;
  right: boolean;
  strong: number;
};

/** What the strongest answered in their first attempt: of each question its ten most frequent answers, the right ones first. */
export function strongAnswers(db: Db, of: FiguresOf) {
  return db.execute<StrongAnswer>(sql`
    with ${asked(of, 'first')}, given as (
      select edition_id, block_id, answer, x = 1 as is_right, count(*)::int as strong,
        row_number() over (partition by edition_id, block_id order by x = 1 desc, count(*) desc, answer::text) as place
      from asked where strong and not blank group by edition_id, block_id, answer, x
    )
    select edition_id as "editionId", block_id as "blockId", answer, is_right as "right", strong
    from given where place <= 10`);
}

export type GivenAnswer = {
  /** Names the answer in an address. */
  id: string;
  answer: Answer;
  count: number;
  /** The mean result of the attempts that gave it, and what it earned as it was marked, from 0 to 1. */
  mean: number;
  score: number;
};

/** The distinct answers to a question over all attempts, the most frequent first. */
export function givenAnswers(
  db: Db,
  of: FiguresOf & { blockId: string },
  { limit, offset, ids }: { limit: number; offset: number; ids?: readonly string[] },
) {
  return db.execute<GivenAnswer>(sql`
    with ${asked(of, 'all')}
    select md5(answer::text) as id, answer, count(*)::int as count, avg(whole)::float as mean, max(x)::float as score
    from asked where not blank
      ${ids === undefined ? sql`` : sql`and md5(answer::text) = any(${sql.param([...ids])}::text[])`}
    group by answer order by count(*) desc, md5(answer::text) limit ${limit} offset ${offset}`);
}

/** How often a question was asked over all attempts, how often it was left blank, and how many distinct answers there are. */
export async function answerTotals(db: Db, of: FiguresOf & { blockId: string }) {
  const [row] = await db.execute<{ asked: number; blank: number; distinct: number }>(sql`
    with ${asked(of, 'all')}
    select count(*)::int as asked, count(*) filter (where blank)::int as blank,
      count(distinct answer) filter (where not blank)::int as distinct from asked`);
  return row ?? { asked: 0, blank: 0, distinct: 0 };
}

/** How often each option was chosen over all attempts, alone or with others, with the mean result of those attempts. */
export function optionUses(db: Db, of: FiguresOf & { blockId: string }) {
  return db.execute<{ option: string; count: number; mean: number }>(sql`
    with ${asked(of, 'all')}
    select o.option, count(*)::int as count, avg(whole)::float as mean
    from asked cross join lateral jsonb_array_elements_text(answer) as o (option)
    where not blank group by o.option`);
}

/** The attempts that were handed in and are marked, of which figures of one question speak, as `a`. */
const handedInOf = ({ lessonId, editionIds }: FiguresOf): SQL => sql`
  a.edition_id = any(${sql.param([...editionIds])}::uuid[]) and a.lesson_id = ${lessonId}
  and a.submitted_at is not null and a.to_mark = 0`;

/** In how many attempts each hint of a question was taken, from the first hint. */
export function hintUses(db: Db, of: FiguresOf & { blockId: string }) {
  return db.execute<{ number: number; count: number }>(sql`
    select t.number, count(*)::int as count from taken_hints t join attempts a on a.id = t.attempt_id
    where ${handedInOf(of)} and t.block_id = ${of.blockId} group by t.number order by t.number`);
}

/** How many answers to a question were given how sure, and how many of them were right as they were marked. */
export function confidenceUses(db: Db, of: FiguresOf & { blockId: string }) {
  return db.execute<{ confidence: Confidence; answers: number; right: number }>(sql`
    select w.confidence, count(*)::int as answers, count(*) filter (where w.earned = 1000000)::int as "right"
    from attempt_answers w join attempts a on a.id = w.attempt_id
    where ${handedInOf(of)} and w.block_id = ${of.blockId} and w.confidence is not null and not ${isBlank}
    group by w.confidence`);
}
