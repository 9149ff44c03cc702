import { describe, expect, test } from 'vitest';
import { enrollmentStates } from '../enrollment/enrollment-states';
import { isMoved, learnerMoves, movableStates } from './moves';

describe('a choice of who moves', () => {
  test.each([
    ['none', 0, false],
    ['none', 2, false],
    ['untouched', 0, true],
    ['untouched', 1, false],
    ['everyone', 0, true],
    ['everyone', 3, true],
  ] as const)('%s, with %d lessons open again: %s', (moves, reopened, moved) => {
    expect(isMoved(moves, { reopened })).toBe(moved);
  });

  test('is one of three', () => {
    expect(learnerMoves).toHaveLength(3);
  });
});

test('what is finished or over is never moved', () => {
  const stay = enrollmentStates.filter((state) => !movableStates.some((movable) => movable === state));
  expect(stay).toEqual(['completed', 'expired', 'withdrawn', 'removed']);
});
