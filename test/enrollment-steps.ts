import fc from 'fast-check';
import { type TableAction, transitions } from '@/rules/enrollment/enrollment-states';
import type { EnrollmentPolicy } from '@/rules/enrollment/enrollment-terms';
import type { openTerms } from './ways-in';

/** The course, or one of its two cohorts. */
export type Place = 0 | 1 | 2;
export type Step =
  | { do: 'enroll'; who: number; into: Place }
  | { do: 'accept' | 'refuse' | 'withdraw' | 'view' | 'finish' | 'lapse'; who: number }
  | {
      do: 'batch';
      action: TableAction;
      who: number[];
      to: Place | 'same';
      time: keyof typeof times;
      any: boolean;
      undo: boolean;
    }
  | { do: 'undo'; which: number }
  | ({ do: 'terms'; of: Place } & Terms)
  | { do: 'strike' };
type Terms = Pick<typeof openTerms, 'policy' | 'seats' | 'starts' | 'ends' | 'lengthDays' | 'waitlist'>;

const [past, later] = ['2020-01-01T00:00', '2099-01-01T00:00'];
/** What a batch says of people's own time. */
export const times = {
  same: {},
  none: { ends: null },
  later: { ends: { at: `${later}:00.000Z`, zone: 'UTC' } },
  longer: { longerBy: 7 },
};
/** What staff do, and so what a batch can do. */
const bulk = (Object.keys(transitions) as TableAction[]).filter((action) => transitions[action].from.staff);
const often = <const T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.constantFrom(usual, usual, usual, ...others);
/** How many people there are. */
export const crowdSize = 5;
const who = fc.nat(crowdSize - 1);
const place = fc.constantFrom<Place[]>(0, 1, 2);
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('enroll' as const), who, into: place }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'accept' as const,
        'refuse' as const,
        'withdraw' as const,
        'view' as const,
        'finish' as const,
        'lapse' as const,
      ),
      who,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('batch' as const),
      action: fc.constantFrom('enroll', ...bulk),
      who: fc.uniqueArray(who, { minLength: 1 }),
      to: fc.constantFrom<(Place | 'same')[]>('same', 0, 1, 2),
      time: often<keyof typeof times>('same', 'none', 'later', 'longer'),
      any: often(false, true),
      undo: often(false, true),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat(5) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('terms' as const),
      of: place,
      policy: often('open', 'approval', 'closed'),
      seats: fc.constantFrom('', '0', '1', '2', '3', '4', '5'),
      starts: often('', past, past, later),
      ends: often('', '', later, later, past),
      lengthDays: often('', '30'),
      waitlist: fc.constantFrom('yes', 'no'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('strike' as const) }) },
);

/** How people come into the course, and into each of its cohorts. */
const way = often<EnrollmentPolicy>('open', 'approval');
export const policies = fc.tuple(way, way, way);
