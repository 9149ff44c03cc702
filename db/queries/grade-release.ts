import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { enrollments, grades } from '../schema';
import { isLearner } from './gradebook-table';
import { countedShare } from './grading';

type Scope = { courseId: string; itemId: string; cohortId: string | null };

/** Whose grade in an item is there and waits for its release, or whose is released; of a cohort, or of all. */
export async function gradesThat(
  db: Db,
  wait: 'wait' | 'are-released',
  { courseId, itemId, cohortId }: Scope,
): Promise<string[]> {
  const rows = await db
    .select({ id: grades.enrollmentId })
    .from(grades)
    .innerJoin(enrollments, eq(enrollments.id, grades.enrollmentId))
    .where(
      and(
        eq(enrollments.courseId, courseId),
        isLearner,
        cohortId === null ? undefined : eq(enrollments.cohortId, cohortId),
        eq(grades.itemId, itemId),
        isNotNull(countedShare),
        wait === 'wait' ? isNull(grades.releasedAt) : isNotNull(grades.releasedAt),
      ),
    )
    .orderBy(asc(grades.enrollmentId));
  return rows.map(({ id }) => id);
}

/**
 * Lets learners see what their attempts at a quiz came to, or no more. What the ledger has of an attempt stays:
 * a job adds what it does not have yet.
 */
export async function setAttemptsReleased(
  db: Db,
  {
    enrollmentIds,
    lessonId,
    released,
  }: { enrollmentIds: readonly string[]; lessonId: string; released: boolean },
): Promise<void> {
  await db.execute(sql`
    update attempts set released_at = ${released ? sql`now()` : sql`null`}
    where enrollment_id = any(${sql.param([...enrollmentIds])}::uuid[]) and lesson_id = ${lessonId}
      and submitted_at is not null and to_mark = 0 and (released_at is null) = ${released}`);
}

export type Told = { enrollmentId: string; name: string; email: string };

/**
 * Notes that learners are told of the release of a grade, each once for ever, without those who want no mails or
 * cannot be reached. @returns whom to write to.
 */
export async function recordReleaseMails(
  db: Db,
  enrollmentIds: readonly string[],
  itemId: string,
): Promise<Told[]> {
  return db.execute<Told>(sql`
    with reached as (
      select e.id, u.name, u.email from enrollments e join users u on u.id = e.user_id
      where e.id = any(${sql.param([...enrollmentIds])}::uuid[]) and not u.quiet and u.suspended_at is null
        and u.unclaimed_since is null and u.email_confirmed_at is not null
    ), noted as (
      insert into reminders (enrollment_id, kind, key)
      select id, 'grade-released', ${itemId} from reached order by id
      on conflict (enrollment_id, kind, key) do nothing returning enrollment_id
    )
    select r.id as "enrollmentId", r.name, r.email from reached r join noted n on n.enrollment_id = r.id
    order by r.id`);
}
