/** Minutes for machines, as in ISO 8601: "PT3H39M". */
export function isoDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 || hours === 0 ? `${rest}M` : ''}`;
}

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day in words: "23 November 2026". Takes an instant (its day in UTC) or a date such as 2026-11-23. */
export const dayInWords = (day: Date | string): string => days.format(new Date(day));

/** A date that may be only a year or a month, in words as exact as it is. */
export function dateInWords(date: string): string {
  if (/^\d{4}$/.test(date)) return date;
  return /^\d{4}-\d{2}$/.test(date) ? dayInWords(date).replace(/^\d+ /, '') : dayInWords(date);
}
