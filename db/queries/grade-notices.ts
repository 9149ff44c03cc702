import { sql } from 'drizzle-orm';
import type { Db } from '../client';

/**
 * Notes that learners are to be told of their grades, some minutes from now. Who is to be told already waits anew, and
 * what they knew before the first change stays what they know.
 * @param known what each knew until now, in millionths
 */
export async function noteGrades(
  db: Db,
  itemId: string,
  known: readonly { enrollmentId: string; known: number }[],
  minutes: number,
): Promise<void> {
  if (known.length === 0) return;
  await db.execute(sql`
    insert into grade_notices (enrollment_id, item_id, known, due_at)
    select "enrollmentId", ${itemId}, known, clock_timestamp() + make_interval(mins => ${minutes})
    from jsonb_to_recordset(${JSON.stringify(known)}::jsonb) as row ("enrollmentId" uuid, known int)
    order by "enrollmentId"
    on conflict (enrollment_id, item_id) do update set due_at = excluded.due_at`);
}

export type DueNotice = {
  itemId: string;
  known: number;
  editionId: string | null;
  /** The grade as it counts now, in millionths; null where it is not shown any more. */
  share: number | null;
  course: string;
  email: string;
  /** Whether mail may go to this person: they are in the course, reachable, and want to hear of such things. */
  mayTell: boolean;
};

/**
 * Takes the notices that are due, and with them what there is to tell by now. Another replica passes over them; they
 * are gone when the transaction ends.
 */
export function takeDueNotices(db: Db, most: number) {
  return db.execute<DueNotice>(sql`
    with due as (
      select enrollment_id, item_id from grade_notices where due_at <= now()
      order by due_at limit ${most} for update skip locked
    ), taken as (
      delete from grade_notices n using due
      where n.enrollment_id = due.enrollment_id and n.item_id = due.item_id returning n.*
    )
    select t.item_id as "itemId", t.known, g.edition_id as "editionId",
      case when g.released_at is not null then coalesce(g.override, g.final) end as share,
      c.slug as course, u.email,
      (e.state in ('active', 'completed') and not u.quiet and u.suspended_at is null and u.unclaimed_since is null
        and u.email_confirmed_at is not null) as "mayTell"
    from taken t join enrollments e on e.id = t.enrollment_id join users u on u.id = e.user_id
    join courses c on c.id = e.course_id
    left join grades g on g.enrollment_id = t.enrollment_id and g.item_id = t.item_id`);
}
