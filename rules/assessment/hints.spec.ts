import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterHints,
  hintAsked,
  hintLabel,
  hintMarkdown,
  hintsCost,
  hintsInWords,
  hintsTookInWords,
  mostHints,
} from './hints';

describe('what hints cost', () => {
  test('adds up, and is never more than all of the question', () => {
    expect(hintsCost([])).toBe(0);
    expect(hintsCost([0, 10, 25])).toBe(35);
    expect(hintsCost([60, 60])).toBe(100);
  });

  test('is taken off exactly, and leaves nothing less than nothing', () => {
    expect(afterHints(1_000_000, 0)).toBe(1_000_000);
    expect(afterHints(333_333, 10)).toBe(233_333);
    expect(afterHints(100_000, 20)).toBe(0);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 100 }),
        (earned, cost) => {
          const left = afterHints(earned, cost);
          expect(Number.isInteger(left)).toBe(true);
          expect(left).toBe(earned > cost * 10_000 ? earned - cost * 10_000 : 0);
        },
      ),
    );
  });
});

test('hints are taken in their order: the next one, those that were taken, and no other', () => {
  expect(hintAsked(1, 0, 3)).toBe('next');
  expect(hintAsked(3, 2, 3)).toBe('next');
  expect([1, 2].map((number) => hintAsked(number, 2, 3))).toEqual(['had', 'had']);
  expect([hintAsked(2, 0, 3), hintAsked(4, 3, 3), hintAsked(0, 0, 3), hintAsked(1, 0, 0)]).toEqual(
    Array(4).fill('none'),
  );
  expect(mostHints).toBeGreaterThan(2);
});

test('the cost of a hint is said before it is taken, and what hints took afterwards', () => {
  expect(hintLabel(1, { costs: [0, 10] })).toBe('Hint 1 of 2 · free');
  expect(hintLabel(2, { costs: [0, 10] })).toBe('Hint 2 of 2 · costs 10 % of this question’s points');
  expect(hintLabel(9, { costs: [0] })).toBe('Hint 9 of 1 · free');
  expect(hintsInWords(1, 0)).toBe('1 hint: free');
  expect(hintsInWords(2, 20)).toBe('2 hints: −20 %');
  expect(hintsTookInWords(1, '1')).toBe('1 hint took 1 point');
  expect(hintsTookInWords(2, '0')).toBe('2 hints took nothing');
  expect(hintsTookInWords(2, '0.3')).toBe('2 hints took 0.3 points');
});

test('a hint is written on one line, whatever it says', () => {
  expect(hintMarkdown(' Look\n at [the date](#x). ', '10')).toBe(
    '::hint[Look at [the date](#x).]{cost="10"}',
  );
  expect(hintMarkdown('Free.', '0')).toBe('::hint[Free.]');
  expect(hintMarkdown('Free.', ' ')).toBe('::hint[Free.]');
  expect(hintMarkdown('a ] b [', '5"}')).toBe('::hint[a \\] b \\[]{cost="5"}');
  expect(hintMarkdown('a [ b \\]', '')).toBe('::hint[a \\[ b \\]]');
  expect(hintMarkdown('ends \\', '')).toBe('::hint[ends \\\\]');
});
