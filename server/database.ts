import { connect, type Database, isSlowToConnect, isUnavailable, isWholePoolLost } from '@/db/client';
import { env } from './env';

const holder = globalThis as { platformDatabase?: Database; platformDatabaseLostAt?: number };

/** How long after a loss pages are answered at once. The jobs ask every second, so while it lasts it is known. */
const goneForMs = 1_000;

/**
 * Whether the database was lost a moment ago. Then a page need not be rendered to find out: a crowd that
 * reloads would keep the processor busy with failures.
 */
export const isDatabaseGone = (): boolean =>
  performance.now() - (holder.platformDatabaseLostAt ?? Number.NEGATIVE_INFINITY) < goneForMs;

let asking = false;

/**
 * A connection was closed, perhaps by a database that stops: one question finds out before a crowd does. It has
 * a connection of its own, because the others of the pool may be closing too while the database is there. That it
 * took long to make one says nothing: a pool that still answers is not given up for it.
 */
function askWhetherThere(): void {
  if (asking || isDatabaseGone()) return;
  asking = true;
  const { db, sql } = connect(env().DATABASE_URL, { max: 1 });
  db.execute('select 1')
    .catch((error) => {
      if (!isSlowToConnect(error)) lostDatabase(error);
    })
    .finally(() => {
      asking = false;
      sql.end({ timeout: 0 }).catch(() => {});
    });
}

/** The pool of this process. Kept on `globalThis`, because bundles would each make one of their own. */
export function database(): Database {
  holder.platformDatabase ??= connect(env().DATABASE_URL, { onclose: askWhetherThere }).db;
  return holder.platformDatabase;
}

/** One failure is met in several places of a request: the layout, the page, its title. */
const met = new WeakSet<object>();

/**
 * Whether an error means that the database cannot be reached. If so the whole pool is given up: all that
 * waits in it fails at once instead of one by one, and no connection that was cut in the middle of a
 * transaction is ever used again. The next query opens a new pool.
 */
export function lostDatabase(error: unknown): boolean {
  if (!isUnavailable(error)) return false;
  if (isWholePoolLost(error) && !met.has(error as Error)) {
    met.add(error as Error);
    const lost = holder.platformDatabase;
    holder.platformDatabase = undefined;
    holder.platformDatabaseLostAt = performance.now();
    lost?.$client.end({ timeout: 0 }).catch(() => {});
  }
  return true;
}
