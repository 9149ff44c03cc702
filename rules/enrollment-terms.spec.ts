import { describe, expect, test } from 'vitest';
import {
  type EnrollmentState,
  type EnrollmentTerms,
  enrollmentStates,
  holdsSeat,
  mayLearn,
  nextState,
  selfEnrollRefusal,
} from './enrollment';

const now = new Date('2026-03-01T12:00:00Z');
const before = new Date(now.getTime() - 1);
const after = new Date(now.getTime() + 1);
const everyState = ['none', ...enrollmentStates] as const;

describe('the moves a learner can make', () => {
  const enroll: Partial<Record<EnrollmentState | 'none', EnrollmentState>> = {
    none: 'active',
    withdrawn: 'active',
  };
  const withdraw: typeof enroll = { active: 'withdrawn' };

  test.each(everyState)('from %s', (state) => {
    expect(nextState('enroll', state)).toBe(enroll[state] ?? null);
    expect(nextState('withdraw', state)).toBe(withdraw[state] ?? null);
  });
});

test.each(everyState)('whether %s holds a seat', (state) => {
  expect(holdsSeat(state)).toBe(['active', 'paused', 'completed'].includes(state));
});

describe('who may learn', () => {
  test.each(enrollmentStates)('in the state %s without a deadline', (state) => {
    expect(mayLearn({ state, endsAt: null }, now)).toBe(state === 'active' || state === 'completed');
  });

  test.each([
    ['until the deadline', after, true],
    ['not at the deadline itself', now, false],
    ['not after it, whatever the stored state', before, false],
  ])('%s', (_title, endsAt, expected) => {
    expect(mayLearn({ state: 'active', endsAt }, now)).toBe(expected);
  });
});

describe('why somebody cannot enroll themselves', () => {
  const open: EnrollmentTerms = {
    policy: 'open',
    archivedAt: null,
    opensAt: null,
    closesAt: null,
    seats: null,
    seatsTaken: 0,
  };
  const person = { signedIn: true, emailConfirmed: true, state: 'none' } as const;
  const visitor = { signedIn: false, emailConfirmed: false, state: 'none' } as const;
  type Row = [title: string, terms: Partial<EnrollmentTerms>, who: object, refusal: string | null];

  const rows: Row[] = [
    ['an open course takes a confirmed person', {}, {}, null],
    ['somebody active is enrolled already', {}, { state: 'active' }, 'already-enrolled'],
    ['somebody paused is enrolled already', {}, { state: 'paused' }, 'already-enrolled'],
    ['somebody who completed it is enrolled already', {}, { state: 'completed' }, 'already-enrolled'],
    [
      'being enrolled counts before being closed',
      { policy: 'closed' },
      { state: 'active' },
      'already-enrolled',
    ],
    ['a closed course takes nobody', { policy: 'closed' }, {}, 'enrollment-closed'],
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
    ['a course opens at the instant it says', { opensAt: now }, {}, null],
    ['a course takes people until it closes', { closesAt: after }, {}, null],
    ['a course is over at the instant it closes', { closesAt: now }, {}, 'enrollment-over'],
    ['the last free seat can be taken', { seats: 2, seatsTaken: 1 }, {}, null],
    ['a full course takes nobody', { seats: 2, seatsTaken: 2 }, {}, 'course-full'],
    ['a course with no seats is full', { seats: 0 }, {}, 'course-full'],
    ['a visitor signs in first', {}, visitor, 'sign-in-first'],
    [
      'a visitor learns that it is full before signing in',
      { seats: 1, seatsTaken: 1 },
      visitor,
      'course-full',
    ],
    ['an address is confirmed first', {}, { emailConfirmed: false }, 'confirm-email-first'],
    ['somebody who withdrew can come back', {}, { state: 'withdrawn' }, null],
    ['coming back needs a free seat', { seats: 1, seatsTaken: 1 }, { state: 'withdrawn' }, 'course-full'],
    ['somebody removed cannot come back by themselves', {}, { state: 'removed' }, 'not-from-this-state'],
    ['an expired enrollment is not reopened by oneself', {}, { state: 'expired' }, 'not-from-this-state'],
    ['an invitation is not taken by enrolling', {}, { state: 'invited' }, 'not-from-this-state'],
    ['a request is not overtaken by enrolling', {}, { state: 'requested' }, 'not-from-this-state'],
    ['a waitlist is not overtaken by enrolling', {}, { state: 'waitlisted' }, 'not-from-this-state'],
  ];
  test.each(rows)('%s', (_title, terms, who, refusal) => {
    expect(selfEnrollRefusal({ ...open, ...terms }, { ...person, ...who }, now)).toBe(refusal);
  });
});
