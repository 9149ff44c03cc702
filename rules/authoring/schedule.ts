import { localTime } from '../learning/release';

const day = 24 * 3_600_000;

/** How far the clocks of a zone are ahead of UTC at an instant, in ms. */
const offsetAt = (instant: number, zone: string): number =>
  Date.parse(`${localTime(new Date(instant), zone).replace(' ', 'T')}Z`) - instant;

/**
 * The instant at which the clocks of a zone show a local time. In the night when they go back, the first of
 * two; null in the night when they go forward, for a time that no clock shows.
 */
export function instantOf(date: string, time: string, zone: string): Date | null {
  const wanted = `${date} ${time}`;
  const asUtc = Date.parse(`${date}T${time}Z`);
  const found = [asUtc - day, asUtc + day]
    .map((near) => new Date(asUtc - offsetAt(near, zone)))
    .filter((instant) => localTime(instant, zone) === wanted)
    .sort((a, b) => a.getTime() - b.getTime());
  return found[0] ?? null;
}

/**
 * The instant of a local time as front matter has it ("2026-12-01 18:00"), null without one. A time that no
 * clock shows, in the night when they go forward, is an hour later.
 */
export function localInstant(local: string | undefined, zone: string): Date | null {
  const [date = '', time = ''] = local?.split(' ') ?? [];
  if (!local) return null;
  const hourLater = new Date(Date.parse(`${date}T${time}Z`) + 3_600_000).toISOString();
  return instantOf(date, time, zone) ?? instantOf(hourLater.slice(0, 10), hourLater.slice(11, 16), zone);
}

/**
 * So many days after an instant, at the same time of day by the clocks of a zone. Where the clocks skip that
 * time, as many hours later.
 */
export function daysLater(at: Date, days: number, zone: string): Date {
  const [date = '', time = ''] = localTime(at, zone).split(' ');
  const then = new Date(Date.parse(`${date}T00:00Z`) + days * day).toISOString().slice(0, 10);
  const past = at.getTime() % 60_000;
  const found = instantOf(then, time, zone);
  return found ? new Date(found.getTime() + past) : new Date(at.getTime() + days * day);
}

export type Due = { at: Date } | { field: 'date' | 'time'; problem: string };

/** When something set for a local time is due, or what is wrong with that time. */
export function dueAt({ date, time, zone }: { date: string; time: string; zone: string }, now: Date): Due {
  const at = instantOf(date, time, zone);
  if (at === null) {
    const asUtc = Date.parse(`${date}T${time}Z`);
    const after = localTime(new Date(asUtc - offsetAt(asUtc - day, zone)), zone);
    return {
      field: 'time',
      problem: `The clocks go forward then: ${time} does not exist on that day. Choose ${after.split(' ')[1]}, for example.`,
    };
  }
  if (at <= now) return { field: 'date', problem: `This is past: it is ${localTime(now, zone)} (${zone}).` };
  return { at };
}
