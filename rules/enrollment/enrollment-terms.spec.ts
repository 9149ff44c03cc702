import { describe, expect, test } from 'vitest';
import { enrollmentStates } from './enrollment-states';
import {
  type EnrollmentTerms,
  effectiveState,
  endOfLength,
  isFull,
  isOfDomains,
  mayLearn,
  wayIn,
} from './enrollment-terms';

const now = new Date('2026-03-01T12:00:00Z');
const before = new Date(now.getTime() - 1);
const after = new Date(now.getTime() + 1);

describe('who may learn', () => {
  test.each(enrollmentStates)('in the state %s without dates', (state) => {
    expect(mayLearn({ state, validFrom: null, validUntil: null }, now)).toBe(
      state === 'active' || state === 'completed',
    );
  });

  test.each([
    ['until the end', null, after, true],
    ['not at the end itself', null, now, false],
    ['not after it, whatever the stored state', null, before, false],
    ['not before the beginning', after, null, false],
    ['from the beginning itself', now, after, true],
  ])('%s', (_title, validFrom, validUntil, expected) => {
    expect(mayLearn({ state: 'active', validFrom, validUntil }, now)).toBe(expected);
  });
});

describe('the state that counts', () => {
  test.each(enrollmentStates)('of %s after its end', (state) => {
    const timed = ['invited', 'active', 'paused'].includes(state);
    expect(effectiveState({ state, validFrom: null, validUntil: now }, now)).toBe(timed ? 'expired' : state);
  });
  test('before its end, and without one, is what was stored', () => {
    expect(effectiveState({ state: 'active', validFrom: null, validUntil: after }, now)).toBe('active');
    expect(effectiveState({ state: 'active', validFrom: null, validUntil: null }, now)).toBe('active');
  });
});

test('a limited time ends so many days after it began', () => {
  expect(endOfLength(30, now)).toEqual(new Date('2026-03-31T12:00:00Z'));
  expect(endOfLength(null, now)).toBeNull();
});

test('a domain takes its own addresses and those below it, and none that only ends alike', () => {
  const of = (email: string) => isOfDomains(email, ['school.example']);
  expect(of('a@school.example')).toBe(true);
  expect(of('a@SCHOOL.example')).toBe(true);
  expect(of('a@math.school.example')).toBe(true);
  expect(of('a@myschool.example')).toBe(false);
  expect(of('school.example@evil.example')).toBe(false);
});

const open: EnrollmentTerms = {
  policy: 'open',
  emailDomains: [],
  archivedAt: null,
  opensAt: null,
  closesAt: null,
  endsAt: null,
  lengthDays: null,
  seats: null,
  seatsTaken: 0,
  waitlist: false,
  waiting: 0,
  offerHours: 48,
};

test('no seat is free when none is left, or when somebody waits for the next', () => {
  expect(isFull(open)).toBe(false);
  expect(isFull({ ...open, seats: 1, seatsTaken: 1 })).toBe(true);
  expect(isFull({ ...open, seats: 2, seatsTaken: 1 })).toBe(false);
  expect(isFull({ ...open, seats: 2, seatsTaken: 1, waiting: 1 })).toBe(true);
});

describe('the way in for a person', () => {
  const person = { signedIn: true, email: 'a@school.example', emailConfirmed: true, state: 'none' } as const;
  const visitor = { signedIn: false, email: null, emailConfirmed: false, state: 'none' } as const;
  type Row = [title: string, terms: Partial<EnrollmentTerms>, who: object, way: string];
  const full = { seats: 2, seatsTaken: 2 };

  const rows: Row[] = [
    ['an open course takes a confirmed person', {}, {}, 'enroll'],
    ['a key is asked for when enrolling', { policy: 'key' }, {}, 'enroll'],
    ['where somebody approves, one asks', { policy: 'approval' }, {}, 'request'],
    ['somebody active is enrolled already', {}, { state: 'active' }, 'already-enrolled'],
    ['somebody paused is enrolled already', {}, { state: 'paused' }, 'already-enrolled'],
    ['somebody who completed it is enrolled already', {}, { state: 'completed' }, 'already-enrolled'],
    [
      'being enrolled counts before being closed',
      { policy: 'closed' },
      { state: 'active' },
      'already-enrolled',
    ],
    ['a closed course takes nobody by themselves', { policy: 'closed' }, {}, 'enrollment-closed'],
    ['an archived course takes nobody, whatever its terms', { archivedAt: before }, {}, 'course-archived'],
    ['an archived course says so to visitors', { archivedAt: before }, visitor, 'course-archived'],
    [
      'who is in an archived course stays in',
      { archivedAt: before },
      { state: 'active' },
      'already-enrolled',
    ],
    [
      'who left an archived course cannot come back',
      { archivedAt: before },
      { state: 'withdrawn' },
      'course-archived',
    ],
    ['a course takes nobody before it opens', { opensAt: after }, {}, 'enrollment-not-open-yet'],
    ['a course opens at the instant it says', { opensAt: now }, {}, 'enroll'],
    ['a course takes people until it closes', { closesAt: after }, {}, 'enroll'],
    ['a course is over at the instant it closes', { closesAt: now }, {}, 'enrollment-over'],
    ['a course whose time is over takes nobody', { endsAt: now }, {}, 'enrollment-over'],
    ['a course takes people until its time is over', { endsAt: after }, {}, 'enroll'],
    ['the last free seat can be taken', { seats: 2, seatsTaken: 1 }, {}, 'enroll'],
    ['a full course takes nobody', full, {}, 'course-full'],
    ['a course with no seats is full', { seats: 0 }, {}, 'course-full'],
    ['a full course with a waitlist lets people wait', { ...full, waitlist: true }, {}, 'wait'],
    [
      'a free seat for which others wait is theirs',
      { seats: 2, seatsTaken: 1, waitlist: true, waiting: 1 },
      {},
      'wait',
    ],
    [
      'a full course that approves is asked, and waits then',
      { ...full, waitlist: true, policy: 'approval' },
      {},
      'request',
    ],
    ['a visitor signs in first', {}, visitor, 'sign-in-first'],
    ['a visitor learns that it is full before signing in', full, visitor, 'course-full'],
    ['an address is confirmed first', {}, { emailConfirmed: false }, 'confirm-email-first'],
    ['an address of the domain enrolls', { emailDomains: ['school.example'] }, {}, 'enroll'],
    ['an address of another domain does not', { emailDomains: ['other.example'] }, {}, 'other-domain'],
    ['no address is of no domain', { emailDomains: ['other.example'] }, { email: null }, 'other-domain'],
    ['somebody who withdrew can come back', {}, { state: 'withdrawn' }, 'enroll'],
    ['coming back needs a free seat', { seats: 1, seatsTaken: 1 }, { state: 'withdrawn' }, 'course-full'],
    ['somebody removed cannot come back by themselves', {}, { state: 'removed' }, 'removed-from-course'],
    ['an expired enrollment is not reopened by oneself', {}, { state: 'expired' }, 'time-is-over'],
    ['an invitation is taken, not overtaken', {}, { state: 'invited' }, 'invitation-waits'],
    ['a request is not overtaken by enrolling', {}, { state: 'requested' }, 'request-waits'],
    ['a waitlist is not overtaken by enrolling', {}, { state: 'waitlisted' }, 'already-waiting'],
  ];
  test.each(rows)('%s', (_title, terms, who, expected) => {
    const way = wayIn({ ...open, ...terms }, { ...person, ...who }, now);
    expect(way.action ?? way.refusal).toBe(expected);
  });
});
