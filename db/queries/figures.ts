import { desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Answer } from '@/rules/learning/evidence';
import type { Db } from '../client';
import { editions } from '../schema';

/** The editions of a course without their content, the newest first. */
export function editionsOfCourse(db: Db, courseId: string) {
  return db
    .select({ id: editions.id, number: editions.number, publishedAt: editions.publishedAt })
    .from(editions)
    .where(eq(editions.courseId, courseId))
    .orderBy(desc(editions.number));
}

/** The newest edition that has a lesson, for every lesson that ever was in a course. */
export function newestEditionByLesson(db: Db, courseId: string) {
  return db.execute<{ lessonId: string; editionId: string }>(sql`
    select distinct on (l.lesson_id) l.lesson_id as "lessonId", e.id as "editionId"
    from editions e join edition_lessons l on l.edition_id = e.id
    where e.course_id = ${courseId}
    order by l.lesson_id, e.number desc`);
}

/** Everybody who is or was enrolled, not who only asked, waits or is invited; without those who can see the studio. */
const learners = (courseId: string): SQL => sql`
  learner as materialized (
    select e.id, e.edition_id, e.completed_at
    from enrollments e join users u on u.id = e.user_id
    where e.course_id = ${courseId} and e.state not in ('requested', 'waitlisted', 'invited')
      and u.role <> 'admin' and not exists (
      select 1 from course_staff s where s.course_id = e.course_id and s.user_id = e.user_id))`;

export type CourseTallyRow = { editionId: string; waiting: number; open: number; completed: number };

/** Learners by the edition they are on: who has not begun, who has and did not complete, who completed. */
export function courseTallies(db: Db, courseId: string) {
  return db.execute<CourseTallyRow>(sql`
    with ${learners(courseId)}, place as (
      select edition_id, completed_at is not null as done,
        exists (select 1 from evidence v where v.enrollment_id = learner.id) as begun
      from learner)
    select edition_id as "editionId",
      count(*) filter (where not done and not begun)::int as waiting,
      count(*) filter (where not done and begun)::int as open,
      count(*) filter (where done)::int as completed
    from place group by edition_id`);
}

export type LessonTallyRow = {
  lessonId: string;
  /** Null in the row of all editions together. */
  editionId: string | null;
  open: number;
  completed: number;
  /** The median of active seconds of those who completed it. */
  seconds: number | null;
};

/**
 * Learners who began each lesson (or one of them), by the edition of what they did there last, and for all
 * editions together. Active time leaves out gaps longer than `longestPause` seconds. Ids are sorted byte by
 * byte, which takes half the time that sorting words takes.
 */
export function lessonTallies(db: Db, courseId: string, lessonId: string | null, longestPause: number) {
  return db.execute<LessonTallyRow>(sql`
    with ${learners(courseId)}, step as (
      select v.enrollment_id, v.lesson_id, v.edition_id, lead(v.id) over visit is null as is_last,
        extract(epoch from v.at - lag(v.at) over visit)::float8 as gap
      from learner
      join (select *, lesson_id collate "C" as lesson from evidence) v on v.enrollment_id = learner.id
      ${lessonId === null ? sql`` : sql`where v.lesson_id = ${lessonId}`}
      window visit as (partition by v.enrollment_id, v.lesson order by v.at, v.id)
    ), visit as (
      select enrollment_id, lesson_id, (array_agg(edition_id) filter (where is_last))[1] as edition_id,
        coalesce(sum(gap) filter (where gap <= ${longestPause}), 0) as seconds
      from step group by enrollment_id, lesson_id
    ), reached as (
      select visit.*, p.completed_at is not null as done
      from visit left join lesson_progress p using (enrollment_id, lesson_id))
    select lesson_id as "lessonId", edition_id as "editionId",
      count(*) filter (where not done)::int as open,
      count(*) filter (where done)::int as completed,
      percentile_cont(0.5) within group (order by seconds) filter (where done) as seconds
    from reached group by grouping sets ((lesson_id, edition_id), (lesson_id))`);
}

export type StopRow = { editionId: string; blockId: string | null; learners: number };

/**
 * Where those are who began a lesson and did not complete it: the last of `blocks`, in their order, that
 * they left evidence of; null for those who left evidence of none of them.
 */
export function lessonStops(db: Db, courseId: string, lessonId: string, blocks: readonly string[]) {
  return db.execute<StopRow>(sql`
    with ${learners(courseId)}, place as (
      select * from jsonb_array_elements_text(${JSON.stringify(blocks)}::jsonb) with ordinality as b (block_id, n)
    ), visit as (
      select v.enrollment_id, (array_agg(v.edition_id order by v.id desc))[1] as edition_id, max(place.n) as n
      from learner join evidence v on v.enrollment_id = learner.id
      left join place on place.block_id = v.block_id
      where v.lesson_id = ${lessonId} and not exists (
        select 1 from lesson_progress p
        where p.enrollment_id = v.enrollment_id and p.lesson_id = v.lesson_id and p.completed_at is not null)
      group by v.enrollment_id)
    select visit.edition_id as "editionId", place.block_id as "blockId", count(*)::int as learners
    from visit left join place on place.n = visit.n
    group by visit.edition_id, place.block_id`);
}

export type AskedRow = { blockId: string; editionId: string; number: number };

/**
 * The editions in which each question of a lesson reads the same as in one of them: the same prompt, options
 * and right answer. Answers to other wordings are answers to another question.
 */
export function askedInEditions(db: Db, courseId: string, lessonId: string, editionId: string) {
  return db.execute<AskedRow>(sql`
    with wording as (
      select e.id as edition_id, e.number, b.value ->> 'id' as block_id,
        md5(((b.value -> 'question') - 'objective')::text || (k.keys -> (b.value ->> 'id') -> 'correct')::text) as hash
      from editions e
      join edition_lessons l on l.edition_id = e.id and l.lesson_id = ${lessonId}
      join answer_keys k on k.edition_id = e.id and k.lesson_id = l.lesson_id
      cross join lateral jsonb_array_elements(l.content -> 'blocks') b
      where e.course_id = ${courseId} and jsonb_typeof(b.value -> 'question') = 'object')
    select other.block_id as "blockId", other.edition_id as "editionId", other.number
    from wording own join wording other using (block_id, hash)
    where own.edition_id = ${editionId}
    order by other.number`);
}

export type FirstAnswerRow = {
  blockId: string;
  answer: Answer;
  correct: boolean;
  /** Whether these learners gave more answers than this one. */
  again: boolean;
  learners: number;
  tries: number;
};

/** What learners answered first to each question, in the editions where it was asked so. */
export function firstAnswers(db: Db, courseId: string, lessonId: string, asked: readonly AskedRow[]) {
  return db.execute<FirstAnswerRow>(sql`
    with ${learners(courseId)}, asked as (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a ("blockId" text, "editionId" uuid)
    ), given as (
      select v.block_id, v.payload -> 'answer' as answer, v.correct,
        row_number() over (partition by v.enrollment_id, v.block_id order by v.id) as n,
        count(*) over (partition by v.enrollment_id, v.block_id) as tries
      from learner join evidence v on v.enrollment_id = learner.id
      join asked on asked."blockId" = v.block_id and asked."editionId" = v.edition_id
      where v.lesson_id = ${lessonId} and v.kind = 'answered')
    select block_id as "blockId", answer, correct, tries > 1 as again,
      count(*)::int as learners, sum(tries)::int as tries
    from given where n = 1
    group by block_id, answer, correct, tries > 1`);
}
