/**
 * Writes of one person in one minute, counted in this process: a brake on runaway clients that costs no
 * query. What guards accounts and mail is counted in the database (`db/queries/rate-limits.ts`).
 */
const perMinute = { write: 60, save: 180, read: 300 } as const;
const most = 10_000;
let minute = 0;
let counts = new Map<string, number>();

/**
 * What is counted by itself: an editor saves a second after each pause and previews more often still,
 * and neither may use up what the person may write elsewhere.
 */
export type Allowance = keyof typeof perMinute;

/** Counts one request of a person, and says whether it is still within what they may do in a minute. */
export function withinRate(userId: string, now = Date.now(), allowance: Allowance = 'write'): boolean {
  const current = Math.floor(now / 60_000);
  if (current !== minute || counts.size > most) {
    minute = current;
    counts = new Map();
  }
  const key = `${allowance} ${userId}`;
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count <= perMinute[allowance];
}
