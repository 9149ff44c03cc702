import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Scores } from '@/rules/work/rubric';
import type { Db } from '../client';
import { gradings, readings, submissions, users } from '../schema';

/** A version `s` that two graders are grading now: drawn for it, and not decided on by somebody yet. */
export const byTwo = sql`(s.moderated and s.apart_at is null)`;

/** How many of the two places of a version `s` are taken: finished, or held at this moment. */
export const placesTaken = sql`(select count(*) from readings r where r.submission_id = s.id
  and (r.finished_at is not null or r.claimed_until > now()))`;

const readingBy = (graderId: string, and: SQL = sql`true`): SQL =>
  sql`exists (select 1 from readings r where r.submission_id = s.id and r.grader_id = ${graderId} and ${and})`;

/** Whether somebody can take one of the two places: not once they have finished one of them. */
export const placeFor = (
  graderId: string,
): SQL => sql`(not ${readingBy(graderId, sql`r.finished_at is not null`)}
  and (${readingBy(graderId)} or ${placesTaken} < 2))`;

/** Those of a course `e` who decide between two graders and are not suspended, without the learner. */
const deciders = sql`from course_staff cs join users cu on cu.id = cs.user_id where cs.course_id = e.course_id
  and (cs.role = 'owner' or (cs.role = 'grader' and cs.moderates)) and cu.suspended_at is null and cs.user_id <> e.user_id`;

/** How many may decide between the two of a version `s` and have graded neither, without one person. */
export const otherDeciders = (userId: string): SQL => sql`(select count(*)::int ${deciders}
  and cs.user_id <> ${userId} and not exists (select 1 from readings r
    where r.submission_id = s.id and r.grader_id = cs.user_id))`;

/** Whether somebody decides between the two of a version: as `mayDecide` says, for a person who is named for it. */
export const decidedBy = (userId: string): SQL =>
  sql`(not ${readingBy(userId)} or ${otherDeciders(userId)} = 0)`;

/** Takes one of the two places of a version, which is locked: one's own, or a free one. */
export async function takePlace(
  db: Db,
  { submissionId, graderId, minutes }: { submissionId: string; graderId: string; minutes: number },
): Promise<boolean> {
  const rows = await db.execute(sql`
    insert into readings as held (submission_id, place, grader_id, claimed_until)
    select ${submissionId}::uuid, place, ${graderId}::uuid, now() + make_interval(mins => ${minutes}) from (
      select n as place from generate_series(1, 2) n
      left join readings r on r.submission_id = ${submissionId} and r.place = n
      where r.finished_at is null and (r.place is null or r.grader_id = ${graderId} or r.claimed_until <= now())
      order by (r.grader_id = ${graderId}) desc nulls last, n limit 1) free
    where not exists (select 1 from readings r where r.submission_id = ${submissionId}
      and r.grader_id = ${graderId} and r.finished_at is not null)
    on conflict (submission_id, place) do update set grader_id = excluded.grader_id,
      claimed_until = excluded.claimed_until,
      scores = case when held.grader_id = excluded.grader_id then held.scores else '{}' end,
      comment = case when held.grader_id = excluded.grader_id then held.comment else '' end
    where held.finished_at is null
    returning submission_id`);
  return rows.length > 0;
}

/** What was given a version by two, or is being given, by their places. */
export const readingsOf = (db: Db, submissionId: string) =>
  db
    .select({
      place: readings.place,
      graderId: readings.graderId,
      grader: users.name,
      scores: readings.scores,
      comment: readings.comment,
      finishedAt: readings.finishedAt,
      atWork: sql<boolean>`${readings.finishedAt} is null and ${readings.claimedUntil} > now()`,
    })
    .from(readings)
    .innerJoin(users, eq(users.id, readings.graderId))
    .where(eq(readings.submissionId, submissionId))
    .orderBy(asc(readings.place));

export type ReadingRow = Awaited<ReturnType<typeof readingsOf>>[number];

type Held = { submissionId: string; graderId: string };
const heldBy = ({ submissionId, graderId }: Held) =>
  and(eq(readings.submissionId, submissionId), eq(readings.graderId, graderId), isNull(readings.finishedAt));

/** Keeps what one of two has so far, and their place for another while. @returns false when it is not theirs. */
export async function keepReading(
  db: Db,
  holds: Held & { scores: Scores; comment: string; minutes: number },
): Promise<boolean> {
  const { scores, comment, minutes } = holds;
  const rows = await db
    .update(readings)
    .set({ scores, comment, claimedUntil: sql`now() + make_interval(mins => ${minutes})` })
    .where(heldBy(holds))
    .returning({ id: readings.submissionId });
  return rows.length > 0;
}

/** Gives a place back. @returns whether it was theirs. */
export async function leavePlace(db: Db, holds: Held): Promise<boolean> {
  const rows = await db.delete(readings).where(heldBy(holds)).returning({ id: readings.submissionId });
  return rows.length > 0;
}

/** Ends what one of two gives. @returns false when it is not theirs, or ended already. */
export async function finishReading(
  db: Db,
  holds: Held & { scores: Scores; comment: string },
): Promise<boolean> {
  const { scores, comment } = holds;
  const rows = await db
    .update(readings)
    .set({ scores, comment, finishedAt: sql`clock_timestamp()` })
    .where(heldBy(holds))
    .returning({ id: readings.submissionId });
  return rows.length > 0;
}

/** Notes that two graders are apart: from now on somebody decides. */
export async function setApart(db: Db, submissionId: string): Promise<void> {
  await db.update(submissions).set({ apartAt: sql`now()` }).where(eq(submissions.id, submissionId));
}

/** Makes what one of two gave the grading that counts. @returns false when there is one already. */
export async function adoptReading(
  db: Db,
  adopted: Held & { scores: Scores; comment: string; finishedAt: Date; released: boolean },
): Promise<boolean> {
  const { released, ...grading } = adopted;
  const rows = await db
    .insert(gradings)
    .values({ ...grading, claimedUntil: grading.finishedAt })
    .onConflictDoNothing()
    .returning({ id: gradings.submissionId });
  if (rows.length === 0) return false;
  await db
    .update(submissions)
    .set({ gradedAt: sql`now()`, releasedAt: released ? sql`now()` : null })
    .where(eq(submissions.id, adopted.submissionId));
  return true;
}
