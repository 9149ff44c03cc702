import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { rosters } from '../schema';

/** How many items a statement makes: a hundred thousand in one would come near its time limit. */
const chunk = 10_000;

/** Says which batch carries a list out. @returns false when one does already. */
export async function setRosterBatch(db: Db, rosterId: string, batchId: string): Promise<boolean> {
  const rows = await db
    .update(rosters)
    .set({ batchId })
    .where(and(eq(rosters.id, rosterId), isNull(rosters.batchId)))
    .returning({ id: rosters.id });
  return rows.length > 0;
}

/**
 * Makes the items of a batch from the rows of a list: who leaves first, so that their seats are there for who
 * comes, then the others in the order of the list.
 */
export async function recordRosterItems(
  db: Db,
  { batchId, rosterId, courseId }: { batchId: string; rosterId: string; courseId: string },
): Promise<void> {
  let position = 0;
  for (const outcomes of [sql`('will-withdraw')`, sql`('will-enroll', 'will-invite', 'will-change')`]) {
    for (let line = -1; ; ) {
      const [made] = await db.execute<{ count: number; last: number | null }>(sql`
        with listed as (
          select line, user_id, email, name, external_id, move from roster_rows
          where roster_id = ${rosterId} and outcome in ${outcomes} and line > ${line}::int
          order by line limit ${chunk}
        ), items as (
          insert into batch_items (batch_id, position, course_id, user_id, person, move)
          select ${batchId}, ${position}::int + row_number() over (order by line), ${courseId}, user_id,
            case when user_id is null then jsonb_build_object(
              'email', email, 'name', coalesce(name, ''), 'externalId', external_id) end,
            move
          from listed
        )
        select count(*)::int as count, max(line) as last from listed`);
      const count = made?.count ?? 0;
      position += count;
      if (count < chunk) break;
      line = made?.last ?? line;
    }
  }
}
