import { sql } from 'drizzle-orm';
import type { ChainLink } from '@/rules/audit/audit-chain';
import type { Db } from '../client';

/** The entry before which nothing is: what the first one is chained to. */
export const chainStart: ChainHead = { seq: 0, hash: '' };

export type ChainHead = { seq: number; hash: string };

type Row = { seq: string; hash: string; expected: string };

/**
 * The entries after one, in their order, each with the hash that it should have after the one before it:
 * worked out anew from its content by the very function that wrote it.
 */
export async function chainAfter(db: Db, last: ChainHead, limit: number): Promise<ChainLink[]> {
  const rows = await db.execute<Row>(sql`
    select seq, hash, audit_hash(entry, coalesce(lag(hash) over (order by seq, id), ${last.hash}::text)) as expected
    from audit_log as entry where seq > ${last.seq} order by seq, id limit ${limit}`);
  return rows.map(({ seq, hash, expected }) => ({ seq: Number(seq), hash, expected }));
}

/** The newest entry's place and hash; null when nothing was written yet. */
export async function chainHead(db: Db): Promise<ChainHead | null> {
  const [row] = await db.execute<Omit<Row, 'expected'>>(
    sql`select seq, hash from audit_log where seq is not null order by seq desc limit 1`,
  );
  return row ? { seq: Number(row.seq), hash: row.hash } : null;
}

/** The hash of one entry, as it is stored. */
export async function chainHashAt(db: Db, seq: number): Promise<string | null> {
  const [row] = await db.execute<{ hash: string }>(
    sql`select hash from audit_log where seq = ${seq} order by id limit 1`,
  );
  return row?.hash ?? null;
}

/** How many entries have no place in the chain: there is no way but a changed table. */
export async function unchained(db: Db): Promise<number> {
  const [row] = await db.execute<{ total: string }>(
    sql`select count(*) as total from audit_log where seq is null or hash is null`,
  );
  return Number(row?.total ?? 0);
}
