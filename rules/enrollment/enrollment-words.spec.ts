import { describe, expect, test } from 'vitest';
import type { EnrollmentPolicy } from './enrollment-terms';
import { runState, termsInWords } from './enrollment-words';

const now = new Date('2026-03-01T12:00Z');
const later = new Date('2026-04-01T07:00Z');
const end = new Date('2026-06-30T16:00Z');
const terms = {
  policy: 'open' as EnrollmentPolicy,
  emailDomains: [] as string[],
  opensAt: null as Date | null,
  closesAt: null as Date | null,
  startsAt: null as Date | null,
  endsAt: null as Date | null,
  lengthDays: null as number | null,
  seats: null as number | null,
  seatsTaken: 0,
  waitlist: false,
  waiting: 0,
  offerHours: 48,
};
const told = (own: Partial<typeof terms>) => termsInWords({ ...terms, ...own }, 'Asia/Shanghai', now);

describe('what learners read of the terms', () => {
  test('of a course that limits nothing is one sentence', () => {
    expect(told({})).toEqual(['Anybody with an account enrolls at once.']);
  });

  test('a window, a time and seats are said in the zone in which they were meant', () => {
    expect(
      told({
        policy: 'key',
        emailDomains: ['a.example', 'b.example'],
        opensAt: later,
        closesAt: end,
        startsAt: later,
        endsAt: end,
        lengthDays: 30,
        seats: 20,
        seatsTaken: 5,
        waitlist: true,
      }),
    ).toEqual([
      'Whoever has the key enrolls.',
      'Only with an e-mail address of a.example, b.example.',
      'Open for enrollment from Wed, 1 Apr 2026, 15:00 (GMT+8) until Wed, 1 Jul 2026, 00:00 (GMT+8).',
      'You learn from Wed, 1 Apr 2026, 15:00 (GMT+8) until Wed, 1 Jul 2026, 00:00 (GMT+8), at most 30 days from your enrollment.',
      '15 of 20 seats left.',
      'When every seat is taken, people wait in the order in which they came; a seat that is freed is held for 48 hours.',
    ]);
  });

  test('what has opened already is not said to open', () => {
    expect(told({ opensAt: now, closesAt: end })[1]).toBe(
      'Open for enrollment until Wed, 1 Jul 2026, 00:00 (GMT+8).',
    );
    expect(told({ opensAt: now })).toHaveLength(1);
    expect(told({ opensAt: later })[1]).toBe('Open for enrollment from Wed, 1 Apr 2026, 15:00 (GMT+8).');
  });

  test('a length alone, and one of each', () => {
    expect(told({ lengthDays: 1 })[1]).toBe('You learn for 1 day from your enrollment.');
    expect(told({ seats: 1, waiting: 1, waitlist: true, seatsTaken: 1 })[1]).toBe(
      '1 seat, and 1 person waiting.',
    );
    expect(told({ seats: 2, waiting: 2, waitlist: true, seatsTaken: 2 })[1]).toBe(
      '2 seats, and 2 people waiting.',
    );
    expect(told({ seats: 2, seatsTaken: 2 })).toEqual([
      'Anybody with an account enrolls at once.',
      '0 of 2 seats left.',
      'When every seat is taken, nobody else enrolls.',
    ]);
  });

  test('a closed course says nothing of ways that there are not', () => {
    expect(told({ policy: 'closed', closesAt: end, emailDomains: ['a.example'], seats: 3 })).toEqual([
      'Nobody enrolls by themselves: people are invited or put on a list.',
      '3 of 3 seats left.',
    ]);
  });
});

test.each([
  ['archived', { archivedAt: now, startsAt: later, endsAt: end }],
  ['upcoming', { archivedAt: null, startsAt: later, endsAt: end }],
  ['running', { archivedAt: null, startsAt: now, endsAt: end }],
  ['running', { archivedAt: null, startsAt: null, endsAt: null }],
  ['over', { archivedAt: null, startsAt: null, endsAt: now }],
])('a run is %s', (state, dates) => {
  expect(runState(dates, now)).toBe(state);
});
