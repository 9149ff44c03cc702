import { connect, type Database, isUnavailable, isWholePoolLost } from '@/db/client';
import { env } from './env';

const holder = globalThis as { platformDatabase?: Database };

/** The pool of this process. Kept on `globalThis`, because bundles would each make one of their own. */
export function database(): Database {
  holder.platformDatabase ??= connect(env().DATABASE_URL).db;
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
    lost?.$client.end({ timeout: 0 }).catch(() => {});
  }
  return true;
}
