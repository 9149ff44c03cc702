import { sql } from 'drizzle-orm';
import type { connect } from '@/db/client';
import { recordBatch } from '@/db/queries/batches';

/**
 * A batch of so many people, which waits to be let begin. Half of them have an account, the others are to be given
 * one and an invitation.
 */
export async function batchOf(
  db: ReturnType<typeof connect>['db'],
  courseId: string,
  by: string,
  people: number,
): Promise<string> {
  const batch = await recordBatch(db, { courseId, kind: 'csv', title: 'bench', createdBy: by });
  if (batch === null) throw new Error('no batch');
  const name = `bench-${batch.slice(0, 8)}`;
  await db.execute(sql`
    insert into users (email, name, password_hash, email_confirmed_at)
    select ${name} || n || '@load.example', 'Person ' || n, 'none', now() from generate_series(1, ${people / 2}::int) n`);
  await db.execute(sql`
    insert into batch_items (batch_id, position, course_id, person, move)
    select ${batch}, n, ${courseId}, jsonb_build_object('email', ${name} || n || '@load.example',
      'name', 'Person ' || n, 'externalId', null),
      jsonb_build_object('action', case when n <= ${people / 2}::int then 'enroll' else 'invite' end)
    from generate_series(1, ${people}::int) n`);
  return batch;
}
