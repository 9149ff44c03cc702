import * as z from 'zod';

const typed = (most: number) => z.string().max(most, 'This is too long.').default('');

/** The fields of terms as typed; what they mean depends on the zone, so `rules/enrollment/enrollment-settings.ts` reads them. */
export const termsInput = {
  policy: typed(20),
  key: typed(300),
  domains: typed(10_000),
  opens: typed(40),
  closes: typed(40),
  starts: typed(40),
  ends: typed(40),
  lengthDays: typed(20),
  seats: typed(20),
  waitlist: typed(10),
  offerHours: typed(20),
};
