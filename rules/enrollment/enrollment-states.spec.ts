import { describe, expect, test } from 'vitest';
import {
  type EnrollmentState,
  enrollmentMovers,
  enrollmentStates,
  holdsSeat,
  nextState,
  type StateOrNone,
  type TableAction,
  transitions,
} from './enrollment-states';

const everyState = ['none', ...enrollmentStates] as const;
const actions = Object.keys(transitions) as TableAction[];

describe('the moves a learner can make', () => {
  const table: Partial<Record<TableAction, Partial<Record<StateOrNone, EnrollmentState>>>> = {
    enroll: { none: 'active', waitlisted: 'active', withdrawn: 'active' },
    request: { none: 'requested', withdrawn: 'requested' },
    wait: { none: 'waitlisted', withdrawn: 'waitlisted' },
    accept: { invited: 'active' },
    refuse: { invited: 'withdrawn' },
    withdraw: { requested: 'withdrawn', waitlisted: 'withdrawn', active: 'withdrawn' },
  };
  test.each(everyState)('from %s', (state) => {
    for (const action of actions)
      expect([action, nextState(action, state, 'learner')]).toEqual([action, table[action]?.[state] ?? null]);
  });
});

test.each(everyState)('whether %s holds a seat', (state) => {
  expect(holdsSeat(state)).toBe(['invited', 'active', 'paused', 'completed'].includes(state));
});

describe('the table as a whole', () => {
  test('what was completed is never left, paused or removed, by nobody', () => {
    for (const by of enrollmentMovers)
      for (const action of actions) expect([null, 'completed']).toContain(nextState(action, 'completed', by));
  });

  test('a change leaves the state as it is, and is only for enrollments that stand', () => {
    expect(nextState('change', 'active', 'staff')).toBe('active');
    expect(nextState('change', 'none', 'staff')).toBeNull();
    expect(nextState('change', 'withdrawn', 'staff')).toBeNull();
  });

  test('nothing can be done twice: no action leads from the state it leads to', () => {
    for (const action of actions.filter((name) => transitions[name].to !== 'same')) {
      const { to } = transitions[action];
      for (const by of enrollmentMovers)
        expect([action, nextState(action, to as EnrollmentState, by)]).toEqual([action, null]);
    }
  });

  test('from every state but a completed one, staff have a way on, and every state can be reached', () => {
    const reached = new Set(actions.map((action) => transitions[action].to));
    for (const state of enrollmentStates) {
      expect(reached).toContain(state);
      if (state !== 'completed')
        expect([state, actions.some((name) => name !== 'change' && nextState(name, state, 'staff'))]).toEqual(
          [state, true],
        );
    }
  });

  test('whoever takes something from a learner says why', () => {
    expect(actions.filter((name) => transitions[name].reason === 'required')).toEqual(['decline', 'remove']);
  });
});
