import { type SQL, sql } from 'drizzle-orm';
import { vi } from 'vitest';
import type { Database, Db } from '@/db/client';

/** Waits until so many backends wait for a lock, and gives the id of one. */
export const waiting = (db: Database, count = 1): Promise<number> =>
  vi.waitUntil(
    async () => {
      const rows = await db.execute<{ pid: number }>(
        sql`select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows.length >= count ? rows[0]?.pid : undefined;
    },
    { timeout: 4_000, interval: 10 },
  ) as Promise<number>;

/** A promise, and what fulfils it. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Does something in a transaction of its own, and holds what it locked until `release`, which takes it back. */
export async function hold(db: Database, work: SQL | ((tx: Db) => Promise<unknown>)) {
  const end = gate();
  const locked = gate();
  const undone = new Error('taken back');
  const done = db
    .transaction(async (tx) => {
      await (typeof work === 'function' ? work(tx) : tx.execute(work));
      locked.open();
      await end.opened;
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  await Promise.race([locked.opened, done]);
  return {
    release: async () => {
      end.open();
      await done;
    },
  };
}

/** The same database, in which each transaction that is begun says so and waits until it may go on, before it reads anything. */
export function lateIn(db: Database, begun: () => void, mayGoOn: Promise<void>): Database {
  return new Proxy(db, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name !== 'transaction') return typeof value === 'function' ? value.bind(target) : value;
      return (work: (tx: Db) => Promise<unknown>) =>
        target.transaction(async (tx) => {
          await tx.execute(sql`select now()`);
          begun();
          await mayGoOn;
          return work(tx);
        });
    },
  });
}
