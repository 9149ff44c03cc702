/** What being late takes: percent of what was earned for each day begun, and the percent that always stay. */
export type LatePolicy = { perDay: number; floor: number };

const day = 86_400_000;

/** Days begun since something was due: 0 in time, 1 from the first moment after. */
export const daysLate = (due: Date | null, at: Date): number =>
  due === null || at <= due ? 0 : Math.ceil((at.getTime() - due.getTime()) / day);

/** What is left of points after so many days, rounded down to whole millionths. */
export function afterLate(earned: number, policy: LatePolicy | undefined, days: number): number {
  if (!policy || days <= 0) return earned;
  const kept = Math.max(policy.floor, 100 - policy.perDay * days, 0);
  return Math.floor((earned * Math.min(100, kept)) / 100);
}
