import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Reviewable } from '@/rules/work/peers';
import type { Scores } from '@/rules/work/rubric';
import type { Db } from '../client';
import { editions, enrollments, peerReviews, peerSamples, submissions } from '../schema';
import { lessonTitle } from './work';

/** Gives out reviews of one lesson of a course one at a time, until the transaction ends: so they stay evenly spread. */
export async function lockAllocation(db: Db, courseId: string, lessonId: string): Promise<void> {
  const key = `peer reviews:${courseId}:${lessonId}`;
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

type Reviewer = { courseId: string; lessonId: string; reviewerId: string };

/**
 * What somebody may review: the last version of each other learner that they have not reviewed, with how many reviews
 * of it are finished or under way. What waits for its grade comes alone, as long as there is any; work of who has left
 * the course never.
 */
export async function reviewableBy(db: Db, of: Reviewer): Promise<Reviewable[]> {
  const rows = await db.execute<{ id: string; reviews: number; at: string; graded: boolean }>(sql`
    select s.id, s.handed_in_at as at, s.graded_at is not null as graded,
      (select count(*)::int from peer_reviews p where p.submission_id = s.id and p.reviewer_id <> ${of.reviewerId}
        and (p.finished_at is not null or p.claimed_until > now())) as reviews
    from submissions s join enrollments e on e.id = s.enrollment_id
    where e.course_id = ${of.courseId} and s.lesson_id = ${of.lessonId} and s.handed_in_at is not null
      and s.enrollment_id <> ${of.reviewerId} and s.rules ? 'peers' and e.state not in ('withdrawn', 'removed')
      and not exists (select 1 from submissions later where later.enrollment_id = s.enrollment_id
        and later.lesson_id = s.lesson_id and later.handed_in_at is not null and later.number > s.number)
      and not exists (select 1 from peer_reviews p where p.submission_id = s.id
        and p.reviewer_id = ${of.reviewerId} and p.finished_at is not null)`);
  const waiting = rows.filter(({ graded }) => !graded);
  return (waiting.length > 0 ? waiting : rows).map(({ id, reviews, at }) => ({
    id,
    reviews,
    at: new Date(at).getTime(),
  }));
}

/** Gives somebody a version to review, for so many hours; what they have of it already stays. */
export async function takeReview(
  db: Db,
  { submissionId, reviewerId, hours }: { submissionId: string; reviewerId: string; hours: number },
): Promise<void> {
  const until = sql`now() + make_interval(hours => ${hours})`;
  await db.execute(sql`
    insert into peer_reviews as held (submission_id, writer_id, reviewer_id, claimed_until)
    select s.id, s.enrollment_id, ${reviewerId}::uuid, ${until} from submissions s where s.id = ${submissionId}
    on conflict (submission_id, reviewer_id) do update set claimed_until = excluded.claimed_until
    where held.finished_at is null`);
}

/** The reviews that somebody gives in a lesson, with what they read of each version: nothing of whose it is. */
export const reviewsBy = (db: Db, reviewerId: string, lessonId: string) =>
  db
    .select({
      id: peerReviews.id,
      submissionId: peerReviews.submissionId,
      scores: peerReviews.scores,
      comments: peerReviews.comments,
      finishedAt: peerReviews.finishedAt,
      claimedUntil: peerReviews.claimedUntil,
      held: sql<boolean>`${peerReviews.finishedAt} is null and ${peerReviews.claimedUntil} > now()`,
      text: submissions.text,
      rules: submissions.rules,
    })
    .from(peerReviews)
    .innerJoin(submissions, eq(submissions.id, peerReviews.submissionId))
    .where(and(eq(peerReviews.reviewerId, reviewerId), eq(submissions.lessonId, lessonId)))
    .orderBy(asc(peerReviews.claimedUntil), asc(peerReviews.id));

/** Keeps a review, or ends it with its weight. @returns false when it is not theirs, or ended already. */
export async function keepReview(
  db: Db,
  of: { id: string; reviewerId: string },
  given: { scores: Scores; comments: Record<string, string>; weight: number | null },
): Promise<boolean> {
  const { weight, ...rest } = given;
  const rows = await db
    .update(peerReviews)
    .set(weight === null ? rest : { ...rest, weight, finishedAt: sql`now()` })
    .where(
      and(
        eq(peerReviews.id, of.id),
        eq(peerReviews.reviewerId, of.reviewerId),
        isNull(peerReviews.finishedAt),
      ),
    )
    .returning({ id: peerReviews.id });
  return rows.length > 0;
}

/** The finished reviews of a version, in no order that tells who gave them. */
export const reviewsOf = (db: Db, submissionId: string) =>
  db
    .select({
      id: peerReviews.id,
      scores: peerReviews.scores,
      comments: peerReviews.comments,
      weight: peerReviews.weight,
      helpful: peerReviews.helpful,
      disputed: sql<boolean>`${peerReviews.disputedAt} is not null`,
      dispute: peerReviews.dispute,
      answered: sql<boolean>`${peerReviews.answeredAt} is not null`,
      answer: peerReviews.answer,
    })
    .from(peerReviews)
    .where(and(eq(peerReviews.submissionId, submissionId), isNotNull(peerReviews.finishedAt)))
    .orderBy(asc(peerReviews.id));

/** A finished review with whose version it is of; null when there is none of this id. */
export async function finishedReview(db: Db, id: string) {
  const [row] = await db
    .select({
      id: peerReviews.id,
      submissionId: peerReviews.submissionId,
      userId: enrollments.userId,
      courseId: enrollments.courseId,
      lessonId: submissions.lessonId,
      released: sql<boolean>`${submissions.releasedAt} is not null`,
    })
    .from(peerReviews)
    .innerJoin(submissions, eq(submissions.id, peerReviews.submissionId))
    .innerJoin(enrollments, eq(enrollments.id, peerReviews.writerId))
    .where(and(eq(peerReviews.id, id), isNotNull(peerReviews.finishedAt)));
  return row ?? null;
}

/** Notes whether a review helped who reads it. */
export async function setHelpful(db: Db, id: string, helpful: boolean): Promise<void> {
  await db.update(peerReviews).set({ helpful }).where(eq(peerReviews.id, id));
}

/** Asks a grader to look at a review, once. @returns false when that was asked before. */
export async function setDisputed(db: Db, id: string, dispute: string): Promise<boolean> {
  const rows = await db
    .update(peerReviews)
    .set({ dispute, disputedAt: sql`now()` })
    .where(and(eq(peerReviews.id, id), isNull(peerReviews.disputedAt)))
    .returning({ id: peerReviews.id });
  return rows.length > 0;
}

/** Answers who asked a grader to look, once. @returns false when it was answered, or never asked. */
export async function setAnswered(db: Db, id: string, answer: string): Promise<boolean> {
  const rows = await db
    .update(peerReviews)
    .set({ answer, answeredAt: sql`now()` })
    .where(and(eq(peerReviews.id, id), isNotNull(peerReviews.disputedAt), isNull(peerReviews.answeredAt)))
    .returning({ id: peerReviews.id });
  return rows.length > 0;
}

/** The work of a course with reviews that a grader was asked to look at, the longest waiting first. */
export async function disputedWork(db: Db, courseId: string, without: string) {
  return db
    .select({
      id: submissions.id,
      title: sql<string>`coalesce(${lessonTitle}, ${submissions.lessonId})`,
      count: sql<number>`count(*)::int`,
    })
    .from(peerReviews)
    .innerJoin(submissions, eq(submissions.id, peerReviews.submissionId))
    .innerJoin(enrollments, eq(enrollments.id, submissions.enrollmentId))
    .innerJoin(editions, eq(editions.id, submissions.editionId))
    .where(
      and(
        eq(enrollments.courseId, courseId),
        sql`${enrollments.userId} <> ${without}`,
        isNotNull(peerReviews.disputedAt),
        isNull(peerReviews.answeredAt),
      ),
    )
    .groupBy(submissions.id, editions.id)
    .orderBy(sql`min(${peerReviews.disputedAt})`)
    .limit(100);
}

/** What somebody gave the samples of a lesson. */
export const samplesBy = (db: Db, enrollmentId: string, lessonId: string) =>
  db
    .select({ sample: peerSamples.sample, scores: peerSamples.scores, near: peerSamples.near })
    .from(peerSamples)
    .where(and(eq(peerSamples.enrollmentId, enrollmentId), eq(peerSamples.lessonId, lessonId)))
    .orderBy(asc(peerSamples.sample));

/** Notes what somebody gave a sample: the first time counts. */
export async function recordSample(db: Db, given: typeof peerSamples.$inferInsert): Promise<void> {
  await db.insert(peerSamples).values(given).onConflictDoNothing();
}

/** Ungraded versions whose reviews are their grade and may be enough now, the promise that ends first first. */
export async function peersDue(db: Db, most: number, without: string[]): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select s.id from submissions s left join gradings g on g.submission_id = s.id, lateral (
      select count(*) as count from peer_reviews p
      where p.submission_id = s.id and p.finished_at is not null and p.weight > 0) r
    where s.handed_in_at is not null and s.graded_at is null and s.reopened_at is null and s.rules->'peers'->>'counts' = 'true'
      and r.count >= (s.rules->'peers'->>'least')::int
      and (r.count >= (s.rules->'peers'->>'reviews')::int or s.escalate_at <= now())
      and (g.submission_id is null or g.claimed_until <= now())
      and not (s.id = any(${sql.param(without)}::uuid[]))
    order by s.back_at, s.id limit ${most}`);
  return rows.map(({ id }) => id);
}

/** Makes what reviews come to the grading of a version. @returns false where a grader is at work on it, or was. */
export async function adoptReviews(
  db: Db,
  { submissionId, scores, released }: { submissionId: string; scores: Scores; released: boolean },
): Promise<boolean> {
  const rows = await db.execute(sql`
    insert into gradings as held (submission_id, claimed_until, scores, finished_at)
    values (${submissionId}, now(), ${JSON.stringify(scores)}::jsonb, now())
    on conflict (submission_id) do update set grader_id = null, comment = '', scores = excluded.scores,
      finished_at = now() where held.finished_at is null and held.claimed_until <= now()
    returning submission_id`);
  if (rows.length === 0) return false;
  await db
    .update(submissions)
    .set({ gradedAt: sql`now()`, releasedAt: released ? sql`now()` : null })
    .where(eq(submissions.id, submissionId));
  return true;
}
