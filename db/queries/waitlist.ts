import { sql } from 'drizzle-orm';
import type { Db } from '../client';

/** Where time is over nobody is offered a seat: there would be nothing to learn any more. */
const goesOn = sql`coalesce(k.ends_at, c.ends_at, 'infinity') > now()`;

/** Courses in which somebody waits although a seat may be free. */
export async function coursesWithFreeSeats(db: Db, limit: number): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select distinct e.course_id as id
    from enrollments e join courses c on c.id = e.course_id left join cohorts k on k.id = e.cohort_id
    where e.state = 'waitlisted' and c.archived_at is null and k.archived_at is null and ${goesOn}
      and (c.seats is null or c.seats_taken < c.seats)
      and (k.id is null or k.seats is null or k.seats_taken < k.seats)
    limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** One worker at a time gives the free seats of a course away. @returns false when another does. */
export async function takeWaitlistTurn(db: Db, courseId: string): Promise<boolean> {
  const [row] = await db.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`waitlist:${courseId}`}, 0)) as mine`,
  );
  return row?.mine ?? false;
}

/**
 * Who is next for the free seats of a course: in each cohort, and outside them, as many as have a seat there,
 * by how long they have waited; and no more than the course has room for.
 */
export async function nextWaiting(db: Db, courseId: string, limit: number): Promise<string[]> {
  const rows = await db.execute<{ user_id: string }>(sql`
    with queue as (
      select e.user_id, e.waitlisted_at, e.id, c.seats - c.seats_taken as room, k.seats - k.seats_taken as cohort_room,
        row_number() over (partition by e.cohort_id order by e.waitlisted_at, e.id) as place
      from enrollments e join courses c on c.id = e.course_id left join cohorts k on k.id = e.cohort_id
      where e.course_id = ${courseId} and e.state = 'waitlisted' and k.archived_at is null and c.archived_at is null
        and ${goesOn}
    )
    select user_id from queue where cohort_room is null or place <= cohort_room
    order by waitlisted_at, id
    limit (select least(${limit}::int, case when min(room) < 0 then 0 else min(room) end) from queue)`);
  return rows.map(({ user_id }) => user_id);
}

/** People whose enrollment or invitation time has ended, each with their course, the longest over first. */
export async function dueToExpire(db: Db, limit: number): Promise<{ courseId: string; userId: string }[]> {
  const rows = await db.execute<{ course_id: string; user_id: string }>(sql`
    select course_id, user_id from enrollments
    where state in ('invited', 'active', 'paused') and valid_until <= now()
    order by valid_until limit ${limit}`);
  return rows.map(({ course_id, user_id }) => ({ courseId: course_id, userId: user_id }));
}
