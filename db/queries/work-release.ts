import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { submissions } from '../schema';

/** Locks the learners whose graded work in a lesson waits for its release, in the order of their ids. */
export async function lockUnreleased(db: Db, courseId: string, lessonId: string, most: number) {
  return db.execute<{ enrollmentId: string; userId: string }>(sql`
    select e.id as "enrollmentId", e.user_id as "userId" from enrollments e
    where e.course_id = ${courseId} and exists (select 1 from submissions s where s.enrollment_id = e.id
      and s.lesson_id = ${lessonId} and s.graded_at is not null and s.released_at is null)
    order by e.id limit ${most} for no key update of e`);
}

/** Releases what was graded of some learners in a lesson. */
export async function setReleased(db: Db, enrollmentIds: readonly string[], lessonId: string): Promise<void> {
  await db
    .update(submissions)
    .set({ releasedAt: sql`now()` })
    .where(
      and(
        sql`${submissions.enrollmentId} = any(${sql.param([...enrollmentIds])}::uuid[])`,
        eq(submissions.lessonId, lessonId),
        sql`${submissions.gradedAt} is not null`,
        isNull(submissions.releasedAt),
      ),
    );
}
