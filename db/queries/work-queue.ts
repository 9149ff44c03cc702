import { and, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm';
import type { QueueState } from '@/rules/work/queue';
import type { Scores } from '@/rules/work/rubric';
import type { Db } from '../client';
import { editions, enrollments, gradings, submissions, users } from '../schema';
import { byTwo, decidedBy, otherDeciders, placeFor, placesTaken, takePlace } from './readings';
import { lessonTitle } from './work';

/** Handed in, and without a grade. */
const open = sql`s.handed_in_at is not null and s.graded_at is null`;
const held = sql`case when ${byTwo} then ${placesTaken} >= 2
  else g.submission_id is not null and g.claimed_until > now() end`;
const inState: Record<QueueState, SQL> = {
  waiting: sql`${open} and not (${held})`,
  claimed: sql`${open} and (${held})`,
  graded: sql`s.graded_at is not null`,
};

/** Its peers still have time to grade it: nobody takes it unless they ask for it by name. */
const withPeers = sql`coalesce(s.rules->'peers'->>'counts' = 'true', false) and s.graded_at is null
  and s.reopened_at is null and s.escalate_at > now()`;

const tables = sql`submissions s join enrollments e on e.id = s.enrollment_id
  left join gradings g on g.submission_id = s.id`;

type RawQueueRow = {
  id: string;
  lesson_id: string;
  title: string;
  number: number;
  zone: string;
  anonymous: boolean;
  learner: string;
  handed_in_at: string;
  back_at: string;
  graded_at: string | null;
  released_at: string | null;
  grader_id: string | null;
  grader: string | null;
  claimed_until: string | null;
  moderated: boolean;
  apart: boolean;
  peers: boolean;
  places: Place[] | null;
};

/** One of the two places of a version that two grade, without what was given there. */
export type Place = { graderId: string; grader: string; finished: boolean; atWork: boolean };

/** The written work of a course in one state: what waits and is claimed by its promise, what is graded the newest first. */
export async function queueOf(db: Db, courseId: string, state: QueueState, most: number, offset: number) {
  const order = state === 'graded' ? sql`s.graded_at desc, s.id` : sql`s.back_at, s.id`;
  const rows = await db.execute<RawQueueRow>(sql`
    select s.id, s.lesson_id, s.number, s.handed_in_at, s.back_at, s.graded_at, s.released_at,
      coalesce(d.manifest->>'zone', 'UTC') as zone, (s.rules->>'anonymous')::boolean as anonymous,
      s.moderated, s.apart_at is not null as apart, ${withPeers} as peers,
      case when s.moderated then (select jsonb_agg(jsonb_build_object('graderId', r.grader_id, 'grader', v.name,
          'finished', r.finished_at is not null, 'atWork', r.finished_at is null and r.claimed_until > now()))
        from readings r join users v on v.id = r.grader_id where r.submission_id = s.id) end as places,
      u.name as learner, g.grader_id, w.name as grader, g.claimed_until,
      coalesce((select l->>'title' from jsonb_array_elements(d.manifest->'modules') m,
        jsonb_array_elements(m->'lessons') l where l->>'id' = s.lesson_id limit 1), s.lesson_id) as title
    from ${tables} join users u on u.id = e.user_id join editions d on d.id = s.edition_id
    left join users w on w.id = g.grader_id
    where e.course_id = ${courseId} and ${inState[state]}
    order by ${order} limit ${most} offset ${offset}`);
  return rows.map((row) => ({
    id: row.id,
    lessonId: row.lesson_id,
    title: row.title,
    number: row.number,
    zone: row.zone,
    anonymous: row.anonymous,
    learner: row.learner,
    handedInAt: new Date(row.handed_in_at),
    backAt: new Date(row.back_at),
    graded: row.graded_at !== null,
    released: row.released_at !== null,
    moderated: row.moderated,
    apart: row.apart,
    peers: row.peers,
    places: row.places ?? [],
    graderId: row.grader_id,
    grader: row.grader,
    claimedUntil: row.claimed_until === null ? null : new Date(row.claimed_until),
  }));
}

/** How much written work of a course is in which state, how much is overdue, and by lesson what waits for its release. */
export async function queueCounts(db: Db, courseId: string) {
  const [row] = await db.execute<
    Record<QueueState | 'overdue', number> & { unreleased: Record<string, number> }
  >(sql`
    select count(*) filter (where ${inState.waiting})::int as waiting,
      count(*) filter (where ${inState.claimed})::int as claimed,
      count(*) filter (where ${inState.graded})::int as graded,
      count(*) filter (where ${open} and s.back_at < now())::int as overdue,
      coalesce((select jsonb_object_agg(lesson_id, count) from (
        select s2.lesson_id, count(*)::int as count from submissions s2 join enrollments e2 on e2.id = s2.enrollment_id
        where e2.course_id = ${courseId} and s2.graded_at is not null and s2.released_at is null
        group by s2.lesson_id) r), '{}') as unreleased
    from ${tables} where e.course_id = ${courseId} and s.handed_in_at is not null`);
  return row ?? { waiting: 0, claimed: 0, graded: 0, overdue: 0, unreleased: {} };
}

type Claim = {
  courseId: string;
  graderId: string;
  minutes: number;
  /** Whether they decide where two graders are apart. */
  decides: boolean;
};

/** The version of a course that somebody has taken and not finished, taken anew; null when there is none. */
export async function renewOwnClaim(
  db: Db,
  { courseId, graderId, minutes }: Omit<Claim, 'decides'>,
): Promise<string | null> {
  const until = sql`now() + make_interval(mins => ${minutes})`;
  const own = (row: SQL) => sql`${row}.grader_id = ${graderId} and ${row}.finished_at is null`;
  const [row] = await db.execute<{ id: string }>(sql`
    with mine as (
      select s.id, g.submission_id is not null and ${own(sql`g`)} as single from ${tables}
      where e.course_id = ${courseId} and ${open} and (${own(sql`g`)} or (${byTwo} and exists
        (select 1 from readings r where r.submission_id = s.id and ${own(sql`r`)})))
      order by s.back_at, s.id limit 1),
    single as (update gradings set claimed_until = ${until} from mine
      where submission_id = mine.id and mine.single and grader_id = ${graderId} and finished_at is null
      returning submission_id as id),
    two as (update readings set claimed_until = ${until} from mine
      where submission_id = mine.id and not mine.single and grader_id = ${graderId} and finished_at is null
      returning submission_id as id)
    select id from single union all select id from two`);
  return row?.id ?? null;
}

/** Which versions somebody may take: one of two places, what two are apart on, or what nobody holds. */
const takenBy = ({ graderId, decides }: Claim): SQL => sql`case when ${byTwo} then ${placeFor(graderId)}
  else (s.apart_at is null or (${decides} and ${decidedBy(graderId)}))
    and (g.submission_id is null or g.claimed_until <= now() or g.grader_id = ${graderId}) end`;

/**
 * Takes a version to grade it: this one, or the one whose promise ends first and whose peers do not grade it. Nobody
 * takes their own work, or what somebody else holds; the keys of `gradings` and of `readings` decide between two.
 * @returns its id; null when there was none, or when another was faster.
 */
export async function claim(db: Db, of: Claim, only: string | null): Promise<string | null> {
  const { courseId, graderId, minutes } = of;
  const [next] = await db.execute<{ id: string; two: boolean }>(sql`
    select s.id, ${byTwo} as two from ${tables}
    where e.course_id = ${courseId} and ${open} and e.user_id <> ${graderId} and ${takenBy(of)}
      and ${only === null ? sql`not (${withPeers})` : sql`s.id = ${only}`}
    order by s.back_at, s.id limit 1 for update of s skip locked`);
  if (!next) return null;
  if (next.two) return (await takePlace(db, { submissionId: next.id, graderId, minutes })) ? next.id : null;
  const [row] = await db.execute<{ id: string }>(sql`
    insert into gradings as held (submission_id, grader_id, claimed_until)
    values (${next.id}, ${graderId}, now() + make_interval(mins => ${minutes}))
    on conflict (submission_id) do update set grader_id = excluded.grader_id, claimed_until = excluded.claimed_until,
      scores = case when held.grader_id = excluded.grader_id then held.scores else '{}' end,
      comment = case when held.grader_id = excluded.grader_id then held.comment else '' end
    where held.finished_at is null and (held.claimed_until <= now() or held.grader_id = excluded.grader_id)
    returning submission_id as id`);
  return row?.id ?? null;
}

/** How many may decide between the two of a version and have graded neither, without one person. */
export async function decidersLeft(db: Db, submissionId: string, without: string): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`select ${otherDeciders(without)} as count
    from submissions s join enrollments e on e.id = s.enrollment_id where s.id = ${submissionId}`);
  return row?.count ?? 0;
}

/** A version that was handed in, of a course, with its grading; null when there is none. */
export async function submissionInCourse(db: Db, courseId: string, submissionId: string) {
  const [row] = await db
    .select({
      ...getTableColumns(submissions),
      userId: enrollments.userId,
      learner: users.name,
      zone: sql<string>`coalesce(${editions.manifest}->>'zone', 'UTC')`,
      title: lessonTitle,
      graderId: gradings.graderId,
      claimedUntil: gradings.claimedUntil,
      claimed: sql<boolean>`coalesce(${gradings.claimedUntil} > now(), false)`,
      scores: gradings.scores,
      comment: gradings.comment,
      grader: sql<string | null>`(select name from users where id = ${gradings.graderId})`,
    })
    .from(submissions)
    .innerJoin(enrollments, eq(enrollments.id, submissions.enrollmentId))
    .innerJoin(users, eq(users.id, enrollments.userId))
    .innerJoin(editions, eq(editions.id, submissions.editionId))
    .leftJoin(gradings, eq(gradings.submissionId, submissions.id))
    .where(
      and(
        eq(submissions.id, submissionId),
        eq(enrollments.courseId, courseId),
        sql`${submissions.handedInAt} is not null`,
      ),
    );
  return row ?? null;
}

export type SubmissionInCourse = NonNullable<Awaited<ReturnType<typeof submissionInCourse>>>;

type Held = { submissionId: string; graderId: string };
const heldBy = ({ submissionId, graderId }: Held) =>
  and(eq(gradings.submissionId, submissionId), eq(gradings.graderId, graderId), isNull(gradings.finishedAt));

/** Keeps what a grader has so far, and the version theirs for another while. @returns false when it is not theirs. */
export async function keepGradingOf(
  db: Db,
  holds: Held & { scores: Scores; comment: string; minutes: number },
): Promise<boolean> {
  const { scores, comment, minutes } = holds;
  const rows = await db
    .update(gradings)
    .set({ scores, comment, claimedUntil: sql`now() + make_interval(mins => ${minutes})` })
    .where(heldBy(holds))
    .returning({ id: gradings.submissionId });
  return rows.length > 0;
}

/** Gives back what a grader holds. @returns whether they held it. */
export async function deleteClaim(db: Db, holds: Held): Promise<boolean> {
  const rows = await db.delete(gradings).where(heldBy(holds)).returning({ id: gradings.submissionId });
  return rows.length > 0;
}

/** Ends a grading. @returns false when it is not theirs, or ended already. */
export async function setGraded(
  db: Db,
  holds: Held & { scores: Scores; comment: string; released: boolean },
): Promise<boolean> {
  const { submissionId, scores, comment, released } = holds;
  const rows = await db
    .update(gradings)
    .set({ scores, comment, finishedAt: sql`now()` })
    .where(heldBy(holds))
    .returning({ id: gradings.submissionId });
  if (rows.length === 0) return false;
  await db
    .update(submissions)
    .set({ gradedAt: sql`now()`, releasedAt: released ? sql`now()` : null })
    .where(eq(submissions.id, submissionId));
  return true;
}
