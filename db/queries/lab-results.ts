import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { enrollments, labAttempts, users } from '../schema';

export type LabTally = {
  lessonId: string;
  blockId: string;
  lab: string;
  /** Learners who have begun, and of them who have passed. */
  learners: number;
  passed: number;
  /** Submissions that were wrong, and those that the server failed to verify. */
  wrong: number;
  failed: number;
};

/** The labs of a course in which somebody has begun, with what came of them. */
export const labTallies = (db: Db, courseId: string) =>
  db.execute<LabTally>(sql`
    select a.lesson_id as "lessonId", a.block_id as "blockId",
      (array_agg(a.lab order by a.created_at desc))[1] as lab,
      count(distinct a.enrollment_id)::int as learners,
      (count(distinct a.enrollment_id) filter (where a.passed_at is not null))::int as passed,
      coalesce(sum(s.wrong), 0)::int as wrong, coalesce(sum(s.failed), 0)::int as failed
    from lab_attempts a
    join enrollments e on e.id = a.enrollment_id and e.course_id = ${courseId}
    left join lateral (
      select count(*) filter (where outcome = 'learner-error') as wrong,
        count(*) filter (where outcome = 'system-error') as failed
      from lab_submissions where attempt_id = a.id) s on true
    group by a.lesson_id, a.block_id`);

/** A lab in a lesson of a course. */
export type LabIn = { courseId: string; lessonId: string; blockId: string };

const inLab = ({ courseId, lessonId, blockId }: LabIn): SQL =>
  sql`e.course_id = ${courseId} and a.lesson_id = ${lessonId} and a.block_id = ${blockId}`;

export type LabErrorTally = {
  code: string;
  /** How it was last said. */
  says: string;
  submissions: number;
  learners: number;
  /** Learners whose last submission it was, and who have not passed since. */
  stuck: number;
};

/** What goes wrong in a lab, the most frequent first. */
export const labErrors = (db: Db, of: LabIn) =>
  db.execute<LabErrorTally>(sql`
    with s as (
      select s.id, s.code, s.says, a.enrollment_id, a.passed_at,
        row_number() over (partition by a.id order by s.id desc) = 1 and a.passed_at is null as stuck
      from lab_submissions s join lab_attempts a on a.id = s.attempt_id
      join enrollments e on e.id = a.enrollment_id
      where ${inLab(of)})
    select code, (array_agg(says order by id desc))[1] as says, count(*)::int as submissions,
      count(distinct enrollment_id)::int as learners,
      (count(distinct enrollment_id) filter (where stuck))::int as stuck
    from s where code is not null group by code order by count(*) desc, code`);

export type LabLearner = {
  attemptId: string;
  name: string;
  number: number;
  tries: number;
  passedAt: string | null;
  lastAt: string | null;
  lastSays: string | null;
};

/** The learners of a lab at their newest attempt: those who have not passed first, who tried most before others. */
export const labLearners = (db: Db, of: LabIn, { limit, offset }: { limit: number; offset: number }) =>
  db.execute<LabLearner>(sql`
    select a.id as "attemptId", u.name, a.number, coalesce(s.tries, 0)::int as tries,
      a.passed_at as "passedAt", s.last_at as "lastAt", s.last_says as "lastSays"
    from (select distinct on (a.enrollment_id) a.* from lab_attempts a
      join enrollments e on e.id = a.enrollment_id
      where ${inLab(of)} order by a.enrollment_id, a.number desc) a
    join enrollments e on e.id = a.enrollment_id join users u on u.id = e.user_id
    left join lateral (
      select count(*) filter (where outcome = 'learner-error') as tries, max(at) as last_at,
        (array_agg(says order by id desc))[1] as last_says
      from lab_submissions where attempt_id = a.id) s on true
    order by a.passed_at is not null, coalesce(s.tries, 0) desc, u.name, a.id
    limit ${limit} offset ${offset}`);

/** One attempt at a lab of a course, with whose it is; null where it is in another course, or nowhere. */
export async function labAttemptIn(db: Db, courseId: string, attemptId: string) {
  const [row] = await db
    .select({
      attempt: labAttempts,
      learnerId: enrollments.userId,
      learner: users.name,
      /** Whether it is the newest at its lab. */
      newest: sql<boolean>`not exists (select 1 from lab_attempts o where o.enrollment_id = ${labAttempts.enrollmentId}
        and o.lesson_id = ${labAttempts.lessonId} and o.block_id = ${labAttempts.blockId} and o.number > ${labAttempts.number})`,
    })
    .from(labAttempts)
    .innerJoin(enrollments, eq(enrollments.id, labAttempts.enrollmentId))
    .innerJoin(users, eq(users.id, enrollments.userId))
    .where(and(eq(labAttempts.id, attemptId), eq(enrollments.courseId, courseId)));
  return row ?? null;
}

/** All attempts of a learner at the lab of one of them, the first first. */
export const siblingAttempts = (db: Db, of: { enrollmentId: string; lessonId: string; blockId: string }) =>
  db
    .select({ id: labAttempts.id, number: labAttempts.number, passedAt: labAttempts.passedAt })
    .from(labAttempts)
    .where(
      and(
        eq(labAttempts.enrollmentId, of.enrollmentId),
        eq(labAttempts.lessonId, of.lessonId),
        eq(labAttempts.blockId, of.blockId),
      ),
    )
    .orderBy(asc(labAttempts.number));
