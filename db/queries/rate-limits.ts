import { eq, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { rateLimits } from '../schema';

/** Whether a try is within its limit, and in how many seconds the next window begins. */
export type Spent = { ok: boolean; waitSeconds: number };

/** Counts one try against a limit, by the database's clock and atomically for all replicas. */
export async function spend(db: Db, key: string, limit: number, windowSeconds: number): Promise<Spent> {
  const until = sql`now() + make_interval(secs => ${windowSeconds})`;
  const over = sql`${rateLimits.expiresAt} <= now()`;
  const [row] = await db
    .insert(rateLimits)
    .values({ key, points: 1, expiresAt: until as never })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        points: sql`case when ${over} then 1 else ${rateLimits.points} + 1 end`,
        expiresAt: sql`case when ${over} then ${until} else ${rateLimits.expiresAt} end`,
      },
    })
    .returning({
      points: rateLimits.points,
      wait: sql<number>`ceil(extract(epoch from ${rateLimits.expiresAt} - now()))::int`,
    });
  return { ok: (row?.points ?? 1) <= limit, waitSeconds: Math.max(1, row?.wait ?? windowSeconds) };
}

/** The same for those who ask only whether the try is within the limit. */
export const consume = async (db: Db, key: string, limit: number, windowSeconds: number): Promise<boolean> =>
  (await spend(db, key, limit, windowSeconds)).ok;

/** Removes counters whose window is over. */
export async function clearExpiredLimits(db: Db): Promise<void> {
  await db.delete(rateLimits).where(sql`${rateLimits.expiresAt} < now()`);
}

/** Forgets a counter: whoever proved to be the right person starts anew. */
export async function forget(db: Db, key: string): Promise<void> {
  await db.delete(rateLimits).where(eq(rateLimits.key, key));
}
