import type { SeatNeed } from './roster';

/** A course or a cohort, as far as its seats go. */
export type SeatScope = {
  id: string;
  name: string;
  seats: number | null;
  seatsTaken: number;
  waitlist: boolean;
  /** How many wait there already: whoever comes now waits behind them. */
  waiting: number;
};

/** How many of a list would find no seat somewhere, and how many are left there. */
export type SeatForecast = { name: string; needed: number; left: number; without: number; waitlist: boolean };

/**
 * Where seats would not do for a list. A cohort has seats of its own, and its people need one of the course
 * too. It is a forecast: who gets the last seat is decided when it is taken.
 */
export function seatForecast(
  course: SeatScope,
  cohorts: readonly SeatScope[],
  needs: Readonly<Record<string, SeatNeed>>,
): SeatForecast[] {
  const coming = Object.values(needs).reduce((sum, need) => sum + need.coming, 0);
  const scopes: [SeatScope, number][] = [
    ...cohorts.map((cohort): [SeatScope, number] => {
      const { coming: own, moving } = needs[cohort.id] ?? { coming: 0, moving: 0 };
      return [cohort, own + moving];
    }),
    [course, coming],
  ];
  return scopes.flatMap(([{ name, seats, seatsTaken, waitlist, waiting }, needed]) => {
    if (needed === 0 || (seats === null && waiting === 0)) return [];
    const free = seats === null ? needed : Math.max(0, seats - seatsTaken);
    const left = waitlist && waiting > 0 ? 0 : free;
    return needed <= left ? [] : [{ name, needed, left, without: needed - left, waitlist }];
  });
}
