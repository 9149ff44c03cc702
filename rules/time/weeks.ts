const day = 86_400_000;

/** The Monday of an instant's week, in UTC, as `2026-11-23`. */
export function weekOf(at: Date): string {
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return new Date(at.getTime() - sinceMonday * day).toISOString().slice(0, 10);
}

/** The Mondays of the last weeks, this one last. */
export function lastWeeks(count: number, now: Date): string[] {
  return Array.from({ length: count }, (_, index) =>
    weekOf(new Date(now.getTime() - (count - 1 - index) * 7 * day)),
  );
}

const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A week by its Monday, as it stands below a chart. */
export const weekWords = (monday: string): string => words.format(new Date(`${monday}T00:00:00Z`));
