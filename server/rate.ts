/**
 * Writes of one person in one minute, counted in this process: a brake on runaway clients that costs no
 * query. What guards accounts and mail is counted in the database (`db/queries/rate-limits.ts`).
 */
const perMinute = 60;
const most = 10_000;
let minute = 0;
let counts = new Map<string, number>();

export function withinRate(userId: string, now = Date.now()): boolean {
  const current = Math.floor(now / 60_000);
  if (current !== minute || counts.size > most) {
    minute = current;
    counts = new Map();
  }
  const count = (counts.get(userId) ?? 0) + 1;
  counts.set(userId, count);
  return count <= perMinute;
}
