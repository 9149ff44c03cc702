import { describe, expect, test } from 'vitest';
import { actionDone, hasMovedOn, type MoveScope, planMove, undoneNew, waitInstead } from './enrollment-moves';
import type { EnrollmentSnapshot } from './enrollment-states';

const now = new Date('2026-03-01T12:00:00Z');
const day = 86_400_000;
const inDays = (days: number) => new Date(now.getTime() + days * day);
const staff = { by: 'staff', now } as const;
const terms = { endsAt: null, lengthDays: null, offerHours: 48, waitlist: false };
const scope: MoveScope = { editionId: 'e2', zone: 'Asia/Shanghai', terms };
const standing: EnrollmentSnapshot = {
  state: 'active',
  cohortId: null,
  editionId: 'e1',
  endsAt: null,
  endsZone: null,
  offerUntil: null,
  waitlistedAt: null,
  source: null,
};
const move = { userId: 'u' } as const;

describe('somebody new', () => {
  test('is pinned to the edition of the scope, in the cohort that was named', () => {
    const plan = planMove({ ...move, action: 'enroll', cohortId: 'k', source: 'SIS' }, null, scope, staff);
    expect(plan).toEqual({ after: { ...standing, editionId: 'e2', cohortId: 'k', source: 'SIS' } });
  });
  test('is not enrolled where nothing is published', () => {
    expect(planMove({ ...move, action: 'enroll' }, null, { ...scope, editionId: null }, staff)).toEqual({
      refusal: 'nothing-published',
    });
  });
  test('has so many days as the terms give, in their zone', () => {
    const limited = { ...scope, terms: { ...terms, lengthDays: 30 } };
    expect(planMove({ ...move, action: 'enroll' }, null, limited, staff)).toMatchObject({
      after: { endsAt: inDays(30).toISOString(), endsZone: 'Asia/Shanghai' },
    });
  });
  test('has an invitation for so many hours as the terms give, or until the time that was named', () => {
    expect(planMove({ ...move, action: 'invite' }, null, scope, staff)).toMatchObject({
      after: { state: 'invited', offerUntil: inDays(2).toISOString() },
    });
    expect(planMove({ ...move, action: 'invite', offerUntil: inDays(7) }, null, scope, staff)).toMatchObject({
      after: { offerUntil: inDays(7).toISOString() },
    });
  });
});

describe('what the clock found over', () => {
  const expire = (validUntil?: Date | null) =>
    planMove({ ...move, action: 'expire' }, standing, scope, { by: 'platform', now, validUntil });
  test('is ended', () => {
    expect(expire(now)).toMatchObject({ after: { state: 'expired' } });
  });
  test.each([
    ['has an end that was moved', inDays(1)],
    ['has no end any more', null],
    ['has none', undefined],
  ])('is not ended when it %s meanwhile', (_, until) => {
    expect(expire(until)).toEqual({ refusal: 'changed-meanwhile' });
  });
});

describe('what stands', () => {
  test('keeps its edition, its cohort and its deadline unless the move names another', () => {
    const mine = { ...standing, cohortId: 'k', endsAt: inDays(5).toISOString(), endsZone: 'Europe/Berlin' };
    expect(planMove({ ...move, action: 'pause' }, mine, scope, staff)).toEqual({
      after: { ...mine, state: 'paused' },
    });
    expect(planMove({ ...move, action: 'change', cohortId: null }, mine, scope, staff)).toMatchObject({
      after: { cohortId: null, endsAt: mine.endsAt, editionId: 'e1' },
    });
    expect(planMove({ ...move, action: 'change', ends: null }, mine, scope, staff)).toMatchObject({
      after: { endsAt: null, endsZone: null, cohortId: 'k' },
    });
    const later = { at: inDays(9), zone: 'UTC' };
    expect(planMove({ ...move, action: 'change', ends: later }, mine, scope, staff)).toMatchObject({
      after: { endsAt: inDays(9).toISOString(), endsZone: 'UTC' },
    });
    const bare = { ...mine, endsZone: null };
    expect(planMove({ ...move, action: 'pause' }, bare, scope, staff)).toMatchObject({
      after: { endsZone: 'Asia/Shanghai' },
    });
  });
  test('gets so many days more than it has, and more than today where its time is over', () => {
    const longer = (endsAt: Date | null, of: Partial<MoveScope['terms']> = {}) =>
      planMove(
        { ...move, action: 'change', longerBy: 14 },
        { ...standing, ...(endsAt && { endsAt: endsAt.toISOString(), endsZone: 'Europe/Berlin' }) },
        { ...scope, terms: { ...terms, ...of } },
        staff,
      );
    const own = (at: Date, endsZone = 'Europe/Berlin') => ({
      after: { state: 'active', endsAt: at.toISOString(), endsZone },
    });
    expect(longer(inDays(5))).toMatchObject(own(inDays(19)));
    expect(longer(inDays(-5))).toMatchObject(own(inDays(14)));
    // Without an end of its own it is the one of the cohort or the course that is made longer, for this person.
    expect(longer(null, { endsAt: inDays(5) })).toMatchObject(own(inDays(19), 'Asia/Shanghai'));
    expect(longer(null, { endsAt: inDays(-5) })).toMatchObject(own(inDays(14), 'Asia/Shanghai'));
    expect(longer(inDays(5), { endsAt: inDays(90) })).toMatchObject(own(inDays(19)));
    expect(longer(null)).toEqual({ refusal: 'no-end-to-extend' });
  });
  test('is not moved from a state that the table does not know for it', () => {
    expect(planMove({ ...move, action: 'resume' }, standing, scope, staff)).toEqual({
      refusal: 'not-from-this-state',
    });
  });
  test('is not taken from a learner without a reason', () => {
    for (const reason of [undefined, '  '])
      expect(planMove({ ...move, action: 'remove', reason }, standing, scope, staff)).toEqual({
        refusal: 'reason-missing',
      });
    expect(
      planMove({ ...move, action: 'remove', reason: 'Left the school' }, standing, scope, staff),
    ).toMatchObject({
      after: { state: 'removed' },
    });
  });
  test('begins anew when it is let back in: an old deadline does not shut the door again', () => {
    const over = {
      ...standing,
      state: 'expired',
      endsAt: inDays(-1).toISOString(),
      endsZone: 'UTC',
    } as const;
    expect(planMove({ ...move, action: 'reinstate' }, over, scope, staff)).toMatchObject({
      after: { state: 'active', endsAt: null, endsZone: null },
    });
  });
  test('does not become active in a time that is over', () => {
    const ended = { ...scope, terms: { ...terms, endsAt: now } };
    expect(planMove({ ...move, action: 'enroll' }, null, ended, staff)).toEqual({ refusal: 'end-is-past' });
    const past = { at: inDays(-1), zone: 'UTC' };
    expect(planMove({ ...move, action: 'change', ends: past }, standing, scope, staff)).toEqual({
      refusal: 'end-is-past',
    });
    // Moving an old cohort's learner about for the record is nobody's mistake.
    expect(planMove({ ...move, action: 'change', cohortId: 'k' }, standing, ended, staff)).toMatchObject({
      after: { cohortId: 'k' },
    });
  });
});

test('waiting keeps the place in the queue, and loses the offer', () => {
  const waiting = planMove({ ...move, action: 'wait' }, null, scope, staff);
  expect(waiting).toMatchObject({ after: { state: 'waitlisted', waitlistedAt: now.toISOString() } });
  const queued = { ...standing, state: 'waitlisted', waitlistedAt: inDays(-3).toISOString() } as const;
  expect(planMove({ ...move, action: 'offer' }, queued, scope, { by: 'platform', now })).toMatchObject({
    after: { state: 'invited', waitlistedAt: null },
  });
  expect(waitInstead({ ...standing, offerUntil: now.toISOString() }, { waitlist: true }, now)).toEqual({
    ...standing,
    state: 'waitlisted',
    waitlistedAt: now.toISOString(),
  });
  expect(waitInstead(standing, { waitlist: false }, now)).toBeNull();
});

test('undoing leaves alone what has moved on', () => {
  expect(hasMovedOn({ versionThen: 2, versionNow: 2, learnedSince: false })).toBe(false);
  expect(hasMovedOn({ versionThen: 2, versionNow: 3, learnedSince: false })).toBe(true);
  expect(hasMovedOn({ versionThen: 2, versionNow: 2, learnedSince: true })).toBe(true);
  expect(undoneNew({ ...standing, offerUntil: 'x', waitlistedAt: 'y' })).toEqual({
    ...standing,
    state: 'removed',
  });
});

test('the history says what was done', () => {
  expect(actionDone('withdraw')).toBe('Withdrawn');
  expect(actionDone('undo')).toBe('Undone');
});
