import { instantOf } from '../authoring/schedule';

const forms = [
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?$/,
  /^(\d{4})(年)(\d{1,2})月(\d{1,2})日(?: ?(\d{1,2}):(\d{2}))?$/,
];
const absolute = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const two = (part: unknown): string => String(part).padStart(2, '0');

/**
 * The instant until which somebody may learn, as a list says it: a day (to its end) or a time, by the
 * clocks of the zone unless the list says otherwise. The year comes first: 03/04/2026 is one day here and
 * another there, so it is none.
 */
export function endOf(written: string, zone: string): Date | null {
  const text = written.normalize('NFKC').trim();
  if (absolute.test(text)) {
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? null : at;
  }
  const found = forms.map((form) => form.exec(text)).find((match) => match !== null);
  if (!found) return null;
  const [, year, , month, day, hour = '23', minute = '59'] = found;
  const date = `${year}-${two(month)}-${two(day)}`;
  const real = new Date(`${date}T${two(hour)}:${minute}Z`);
  if (Number.isNaN(real.getTime()) || !real.toISOString().startsWith(date)) return null;
  return Number(year) < 1970 || Number(year) > 2199 ? null : instantOf(date, `${two(hour)}:${minute}`, zone);
}
