const form = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** Whether it is a year, a month or a day that there is: `2019`, `2019-10` or `2019-10-24`. */
export function isEventDate(text: string): boolean {
  if (!form.test(text)) return false;
  const first = `${text}-01-01`.slice(0, 10);
  const at = new Date(`${first}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(first);
}

/**
 * Whether one date is over before another begins. Of a year and a month in it neither is: which of the two
 * was first, nobody can tell.
 */
export function isBefore(one: string, other: string): boolean {
  const shared = Math.min(one.length, other.length);
  return one.slice(0, shared) < other.slice(0, shared);
}

const words = [{ year: 'numeric' }, { year: 'numeric', month: 'long' }, { dateStyle: 'long' }] as const;
const formats = words.map((parts) => new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' }));

/** A date as it is read, no more exact than it is: `2019`, `October 2019`, `24 October 2019`. */
export const eventDateWords = (date: string): string =>
  formats[date.split('-').length - 1]?.format(new Date(date)) ?? date;
