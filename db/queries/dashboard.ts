import { sql } from 'drizzle-orm';
import type { EnrollmentState } from '@/rules/enrollment/enrollment-states';
import type { Db } from '../client';

/**
 * How many people learned in each week since an instant. Reads no more of the ledger than that: its rows lie in
 * the order of time, which the BRIN index on `at` knows.
 */
export function learnersByWeek(db: Db, since: Date) {
  return db.execute<{ week: string; people: number; receipts: number }>(sql`
    select to_char(step.week, 'YYYY-MM-DD') as week, count(distinct e.user_id)::int as people,
      sum(step.receipts)::int as receipts
    from (
      select date_trunc('week', at at time zone 'UTC') as week, enrollment_id, count(*) as receipts
      from evidence where at >= ${since.toISOString()} group by 1, 2
    ) step join enrollments e on e.id = step.enrollment_id
    group by step.week`);
}

/** Enrollments by the state that counts now and, for those completed since an instant, by the week: one pass. */
export function enrollmentTallies(db: Db, since: Date, now: Date) {
  return db.execute<{ state: EnrollmentState; week: string | null; count: number }>(sql`
    select case when state in ('invited', 'active', 'paused') and valid_until <= ${now.toISOString()}
        then 'expired' else state end as state,
      case when completed_at >= ${since.toISOString()}
        then to_char(date_trunc('week', completed_at at time zone 'UTC'), 'YYYY-MM-DD') end as week,
      count(*)::int as count
    from enrollments group by 1, 2`);
}

export type Works = {
  mails_waiting: number;
  mails_failing: number;
  mails_dead: number;
  mails_sent: number;
  publications_waiting: number;
  publications_failed: number;
  batches_waiting: number;
  batches_failed: number;
  assets: number;
  asset_bytes: string;
  database_bytes: string;
  migrations: number;
  postgres: string;
};

/** Mail, jobs, storage and version, in one statement. What is over counts since an instant only. */
export async function worksNow(db: Db, since: Date): Promise<Works> {
  const from = since.toISOString();
  const [row] = await db.execute<Works>(sql`
    select mails.*, sent.*, publication.*, batch.*, asset.*,
      pg_database_size(current_database())::text as database_bytes,
      (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
      split_part(current_setting('server_version'), ' ', 1) as postgres
    from (select count(*)::int as mails_waiting, count(*) filter (where attempts > 0 and last_error is not null)::int as mails_failing
        from outbox where state = 'waiting') mails,
      (select count(*) filter (where state = 'dead')::int as mails_dead, count(*) filter (where state = 'sent')::int as mails_sent
        from outbox where created_at >= ${from}) sent,
      (select count(*) filter (where state = 'waiting')::int as publications_waiting,
        count(*) filter (where state = 'failed' and created_at >= ${from})::int as publications_failed from publications) publication,
      (select count(*) filter (where state in ('waiting', 'running'))::int as batches_waiting,
        count(*) filter (where state = 'failed' and created_at >= ${from})::int as batches_failed from enrollment_batches) batch,
      (select count(*)::int as assets, coalesce(sum(bytes::bigint), 0)::text as asset_bytes from assets) asset`);
  if (!row) throw new Error('a select of counts gives a row');
  return row;
}
