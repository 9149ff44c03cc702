import * as z from 'zod';

/** Ids stand in addresses and in the keys of the ledger, which have an end. */
export const longestId = 60;
export const id = z
  .string()
  .max(longestId, `an id is at most ${longestId} characters long`)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is a-z, 0-9 and single hyphens');
export const words = z.string().trim().min(1);

/** Whether a text is a time that is in the calendar. */
export function isLocalTime(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(text)) return false;
  const asUtc = text.replace(' ', 'T');
  const instant = new Date(`${asUtc}Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(asUtc);
}

/** Whether a date is in the calendar, as exact as it is: `2019`, `2019-10` or `2019-10-24`. */
function isDate(text: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return false;
  const day = `${text}-01-01`.slice(0, 10);
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}
/** The date of something that happened; "2019-10-32" is no day. */
export const calendarDate = z
  .string()
  .refine(isDate, 'a date reads "2019", "2019-10" or "2019-10-25", and is in the calendar');
