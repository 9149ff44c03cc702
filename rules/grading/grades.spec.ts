import { expect, test } from 'vitest';
import {
  effective,
  type GradeRule,
  type GradeSnapshot,
  sameGrade,
  sameRule,
  shareOf,
  shownPercent,
} from './grades';

test('a grade is a share in millionths, rounded down', () => {
  expect(shareOf({ earned: 2_000_000, possible: 3_000_000 })).toBe(666_666);
  expect(shareOf({ earned: 5_000_000, possible: 5_000_000 })).toBe(1_000_000);
  expect(shareOf({ earned: 0, possible: 0 })).toBe(0);
  expect(shareOf({ earned: 199_999_999, possible: 200_000_000 })).toBe(999_999);
});

test('what a person set counts before what the rules came to, a zero too', () => {
  expect(effective({ final: 500_000, override: 0 })).toBe(0);
  expect(effective({ final: 500_000, override: null })).toBe(500_000);
  expect(effective({ final: null, override: null })).toBeNull();
});

test('it is shown in percent with at most two decimals, never rounded up', () => {
  expect([666_666, 1_000_000, 999_999, 500_000, 0].map(shownPercent)).toEqual([
    '66.66',
    '100',
    '99.99',
    '50',
    '0',
  ]);
});

test('a grade is the same if nothing that its history keeps differs', () => {
  const grade: GradeSnapshot = { raw: 1, final: 2, override: null, released: true };
  expect(sameGrade(grade, { ...grade })).toBe(true);
  expect(sameGrade(null, grade)).toBe(false);
  for (const change of [{ raw: 2 }, { final: 3 }, { override: 0 }, { released: false }])
    expect(sameGrade(grade, { ...grade, ...change })).toBe(false);
});

test('it came about in the same way if no part of its rule differs, in whatever order its fields stand', () => {
  const marked = { earned: 1, possible: 2 };
  const rule: GradeRule = { counts: 'best', attempt: 1, attempts: 2, marked };
  expect(
    sameRule(rule, { marked: { possible: 2, earned: 1 }, attempts: 2, attempt: 1, counts: 'best' }),
  ).toBe(true);
  expect(sameRule(null, null)).toBe(true);
  expect(sameRule(null, rule)).toBe(false);
  const changes: Partial<GradeRule>[] = [
    { counts: 'first' },
    { attempt: 2 },
    { attempts: 3 },
    { marked: { earned: 2, possible: 2 } },
    { corrected: marked },
    { late: { perDay: 10, floor: 0, days: 1 } },
  ];
  for (const change of changes) expect(sameRule(rule, { ...rule, ...change })).toBe(false);
});
