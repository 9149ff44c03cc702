import { describe, expect, test } from 'vitest';
import { type CareFacts, careSigns, careWords, lowerMedian, signsOf } from './care';

const now = new Date('2026-11-25T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const well: CareFacts = {
  active: true,
  begunAt: daysAgo(60),
  lastActiveAt: daysAgo(1),
  done: 4,
  total: 10,
  group: { size: 10, median: 4 },
  validUntil: daysAgo(-60),
};

describe('what speaks for a word with a learner', () => {
  test.each<[string, Partial<CareFacts>, string[]]>([
    ['nothing, when all is well', {}, []],
    ['no learning for as many days as asked', { lastActiveAt: daysAgo(14) }, ['dormant']],
    ['not a moment earlier', { lastActiveAt: new Date(daysAgo(14).getTime() + 1) }, []],
    ['never having begun, counted from when they could', { lastActiveAt: null }, ['dormant']],
    ['not when their time begins later', { lastActiveAt: null, begunAt: daysAgo(-3) }, []],
    ['two lessons behind the median', { group: { size: 3, median: 6 } }, ['behind']],
    ['not one lesson', { group: { size: 3, median: 5 } }, []],
    ['not in their first days', { group: { size: 3, median: 9 }, begunAt: daysAgo(6) }, []],
    ['not among two', { group: { size: 2, median: 9 } }, []],
    [
      'one lesson left of a short course',
      { done: 1, total: 2, group: { size: 9, median: 1 } },
      ['nearly-done'],
    ],
    ['four fifths of a long one', { done: 8 }, ['nearly-done']],
    ['not less', { done: 7 }, []],
    [
      'not a course of one lesson that is not begun',
      { done: 0, total: 1, group: { size: 9, median: 1 } },
      [],
    ],
    ['time that ends within two weeks', { validUntil: daysAgo(-14) }, ['ending']],
    ['not later', { validUntil: daysAgo(-15) }, []],
    ['not without an end', { validUntil: null }, []],
    ['nothing, once everything is done', { done: 10, lastActiveAt: daysAgo(99) }, []],
    ['nothing, while they cannot learn', { active: false, lastActiveAt: daysAgo(99) }, []],
    [
      'several things at once',
      { lastActiveAt: daysAgo(20), group: { size: 9, median: 9 }, validUntil: daysAgo(-1) },
      ['dormant', 'behind', 'ending'],
    ],
  ])('%s', (_title, facts, signs) => {
    expect(signsOf({ ...well, ...facts }, { days: 14, now })).toEqual(signs);
  });
});

test.each([
  [[], 0],
  [[3], 3],
  [[5, 1], 1],
  [[9, 1, 4], 4],
  [[1, 2, 3, 100], 2],
])('the lower median of %j is %i', (values, median) => {
  expect(lowerMedian(values)).toBe(median);
});

test('every list says what it is', () => {
  for (const sign of careSigns) expect(careWords[sign].about(14)).toMatch(/\.$/);
  expect(careWords.dormant.about(1)).toContain('for a day.');
});
