import { sql } from 'drizzle-orm';
import type { Database, Db } from '../client';

const turnOf = (hash: string) => sql`hashtextextended(${`asset:${hash}`}, 0)`;

/**
 * Does something while the bytes of an asset are not swept away, here or on another replica. Storing a film
 * may take longer than a transaction may otherwise wait.
 */
export async function holdingAsset(db: Database, hash: string, work: () => Promise<void>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local idle_in_transaction_session_timeout = '3min'`);
    await tx.execute(sql`select pg_advisory_xact_lock_shared(${turnOf(hash)})`);
    await work();
  });
}

/** Those of some hashes that no draft, edition, written work, import or waiting publication names. */
export async function unusedAssets(db: Db, hashes: readonly string[]): Promise<string[]> {
  const rows = await db.execute<{ hash: string }>(sql`
    with given as (select value as hash from jsonb_array_elements_text(${JSON.stringify(hashes)}::jsonb))
    select hash from given
    where not exists (select 1 from draft_assets d where d.hash = given.hash)
      and not exists (select 1 from edition_assets e where e.hash = given.hash)
      and not exists (select 1 from work_files w where w.hash = given.hash)
      and hash not in (select value from course_imports i, jsonb_each_text(i.assets))
      and hash not in (
        select value from publications p, jsonb_each_text(p.assets) where p.state = 'waiting')`);
  return rows.map(({ hash }) => hash);
}

/**
 * Removes an asset that is still unused, its bytes first. Nothing happens when somebody is storing the same
 * bytes just now. @param removeBytes Removes them, or says no with false.
 */
export async function sweepAsset(
  db: Database,
  hash: string,
  removeBytes: () => Promise<boolean>,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [turn] = await tx.execute<{ taken: boolean }>(
      sql`select pg_try_advisory_xact_lock(${turnOf(hash)}) as taken`,
    );
    if (!turn?.taken) return false;
    // Whoever begins to use the row meanwhile waits for it, and then finds it gone.
    await tx.execute(sql`select from assets where hash = ${hash} for update`);
    if ((await unusedAssets(tx, [hash])).length === 0 || !(await removeBytes())) return false;
    await tx.execute(sql`delete from assets where hash = ${hash}`);
    return true;
  });
}
