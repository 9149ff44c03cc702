import { expect, test } from 'vitest';
import { enrollmentStates } from './enrollment-states';
import { planLeaving } from './roster-sync';

const leaving = { state: 'active', source: 'SIS', byHand: false } as const;

test('who is no longer on the list of their source is withdrawn', () => {
  expect(planLeaving(leaving, 'SIS')).toEqual({
    outcome: 'will-withdraw',
    move: { action: 'withdraw', reason: 'No longer on the list of SIS' },
    notes: [],
  });
});

test.each([
  ['who was changed by hand', { byHand: true }, 'by hand'],
  ['who came another way', { source: null }, 'another way'],
  ['who came by another source', { source: 'Other' }, 'another way'],
  ['who has completed the course', { state: 'completed' }, 'completed'],
] as const)('%s is kept', (_title, differs, text) => {
  const planned = planLeaving({ ...leaving, ...differs }, 'SIS');
  expect(planned).toMatchObject({ outcome: 'kept', move: null });
  expect(planned?.notes[0]?.text).toContain(text);
});

test('only where there is anything left to leave', () => {
  const left = enrollmentStates.filter((state) => planLeaving({ ...leaving, state }, 'SIS') === null);
  expect(left).toEqual(['expired', 'withdrawn', 'removed']);
});
