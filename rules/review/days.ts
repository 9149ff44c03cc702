const day = 24 * 3_600_000;

const numberOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / day;

/** How many days a day lies after another; negative before it. */
export const daysBetween = (from: string, to: string): number => numberOf(to) - numberOf(from);

/** The day so many days after another. */
export const addDays = (date: string, days: number): string =>
  new Date((numberOf(date) + days) * day).toISOString().slice(0, 10);

const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** When something comes, in words: "today", "tomorrow", "in 5 days", then "on 12 January". */
export function whenWords(date: string, today: string): string {
  const days = daysBetween(today, date);
  if (days <= 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days <= 14 ? `in ${days} days` : `on ${words.format(new Date(`${date}T00:00:00Z`))}`;
}
