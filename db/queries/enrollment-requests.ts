import { sql } from 'drizzle-orm';
import type { Db } from '../client';

type Raw = {
  user_id: string;
  name: string;
  email: string;
  cohort: string | null;
  at: string;
  reason: string;
};

/** People who asked for a place in a course, with what they said, who waits longest first. */
export async function requestsOf(
  db: Db,
  courseId: string,
  { limit, offset }: { limit: number; offset: number },
) {
  const rows = await db.execute<Raw>(sql`
    select e.user_id, u.name, u.email, k.name as cohort, coalesce(asked.at, e.created_at) as at,
      coalesce(asked.reason, '') as reason
    from enrollments e
    join users u on u.id = e.user_id
    left join cohorts k on k.id = e.cohort_id
    left join lateral (select v.at, v.reason from enrollment_events v
      where v.enrollment_id = e.id and v.to_state = 'requested' order by v.id desc limit 1) asked on true
    where e.course_id = ${courseId} and e.state = 'requested'
    order by at, e.id limit ${limit} offset ${offset}`);
  return rows.map(({ user_id, at, ...row }) => ({ ...row, userId: user_id, at: new Date(at) }));
}

/** How many there are. */
export async function countRequests(db: Db, courseId: string): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from enrollments where course_id = ${courseId} and state = 'requested'`);
  return row?.count ?? 0;
}
