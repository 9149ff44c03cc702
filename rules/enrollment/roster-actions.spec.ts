import { expect, test } from 'vitest';
import { transitions } from './enrollment-states';
import { batchTitle, cohortOf, endOfDay, endProblem, offeredActions, staffActions } from './roster-actions';

test('staff are offered what the one table lets them do to enrollments that are there', () => {
  expect(staffActions).toContain('withdraw');
  expect(staffActions).not.toContain('accept');
  expect(staffActions).not.toContain('complete');
  for (const action of staffActions) expect(transitions[action].from.staff).toBeDefined();
});

test('an action that is for none of the chosen says why', () => {
  const offered = offeredActions([
    { state: 'active', people: 3 },
    { state: 'paused', people: 2 },
    { state: 'removed', people: 1 },
  ]);
  const of = (name: string) => offered.find(({ action }) => action === name);
  expect(of('pause')).toMatchObject({ people: 3, otherwise: null, takesEnd: false });
  expect(of('withdraw')).toMatchObject({ people: 5, otherwise: null, reason: 'optional' });
  expect(of('change')).toMatchObject({ takesCohort: true, takesEnd: true });
  expect(of('approve')).toMatchObject({ people: 0, otherwise: 'Only a request can be approved.' });
});

const fields = { to: '', ending: 'at', date: '2026-12-04', days: '' } as const;

test('a day ends at its last minute, by the clocks of its zone', () => {
  expect(endOfDay('2026-12-04', 'Asia/Shanghai')).toEqual({
    at: new Date('2026-12-04T15:59:00Z'),
    zone: 'Asia/Shanghai',
  });
  for (const date of ['', '2026-02-31', 'soon']) expect(endOfDay(date, 'UTC')).toBeNull();
});

test('an end must be a day to come, in every zone that it is meant in', () => {
  const now = new Date('2026-12-04T16:00:00Z');
  expect(endProblem('change', fields, ['UTC'], now)).toBeNull();
  expect(endProblem('change', fields, ['UTC', 'Asia/Shanghai'], now)).toEqual({
    date: expect.stringMatching(/past/),
  });
  expect(endProblem('change', { ...fields, date: '' }, ['UTC'], now)).toEqual({
    date: 'Choose the last day.',
  });
  expect(endProblem('change', { ...fields, ending: 'none', date: '' }, ['UTC'], now)).toBeNull();
});

test('time is made longer by 1 to 365 whole days, and only where it runs already', () => {
  const by = (days: string) =>
    endProblem('change', { ...fields, ending: 'by', date: '', days }, [], new Date());
  for (const days of ['1', ' 14 ', '365']) expect(by(days)).toBeNull();
  for (const days of ['', '0', '366', '-1', '1.5', '1e2', 'soon', '99999', '１４'])
    expect(by(days), days).toEqual({ days: 'Give a whole number of days from 1 to 365.' });
  expect(endProblem('reinstate', { ...fields, ending: 'by', days: '3' }, [], new Date())).toEqual({
    ending: 'Only time that runs already can be made longer.',
  });
  const offered = offeredActions([{ state: 'active', people: 1 }]);
  expect(offered.filter(({ lengthens }) => lengthens).map(({ action }) => action)).toEqual(['change']);
});

test('a cohort is left as it is, taken away or set', () => {
  expect(cohortOf('')).toEqual({});
  expect(cohortOf('none')).toEqual({ cohortId: null });
  expect(cohortOf('an-id')).toEqual({ cohortId: 'an-id' });
});

test('a batch is called by its action and its number', () => {
  expect(batchTitle('withdraw', 1)).toBe('Withdraw: 1 person');
  expect(batchTitle('remove', 1_243)).toBe('Remove: 1,243 people');
});
