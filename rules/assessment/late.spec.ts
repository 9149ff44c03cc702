import { expect, test } from 'vitest';
import { afterLate, daysLate } from './late';

const due = new Date('2026-12-01T10:00:00Z');
const after = (milliseconds: number) => daysLate(due, new Date(due.getTime() + milliseconds));

test('a day late begins with the first moment after it was due', () => {
  expect([after(-1), after(0), after(1), after(86_400_000), after(86_400_001)]).toEqual([0, 0, 1, 1, 2]);
  expect(daysLate(null, due)).toBe(0);
});

test('each day takes the same part of what was earned, down to what always stays', () => {
  const policy = { perDay: 10, floor: 50 };
  expect([0, 1, 4, 5, 30].map((days) => afterLate(1_000_000, policy, days))).toEqual([
    1_000_000, 900_000, 600_000, 500_000, 500_000,
  ]);
  expect(afterLate(1_000_000, { perDay: 40, floor: 0 }, 3)).toBe(0);
  expect(afterLate(333_333, { perDay: 10, floor: 0 }, 1)).toBe(299_999);
});

test('without a policy being late takes nothing, and nothing is ever added', () => {
  expect(afterLate(700_000, undefined, 3)).toBe(700_000);
  expect(afterLate(700_000, { perDay: 1, floor: 100 }, 3)).toBe(700_000);
});
