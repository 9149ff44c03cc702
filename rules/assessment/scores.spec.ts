import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choiceScore, orderScore, shareScore } from './scores';

test.each([
  ['all right ones', 2, 2, 2, 1],
  ['one of two', 1, 1, 2, 0.5],
  ['both right ones and a wrong one', 2, 3, 2, 0.5],
  ['one right and one wrong', 1, 2, 2, 0],
  ['everything there is', 2, 4, 2, 0],
  ['only wrong ones', 0, 2, 2, 0],
  ['two of three', 2, 2, 3, 0.666667],
  ['nothing', 0, 0, 2, 0],
  ['anything, where nothing is right', 0, 1, 0, 0],
])('of chosen options %s', (_what, hits, chosen, right, score) => {
  expect(choiceScore(hits, chosen, right)).toBe(score);
});

test('choosing scores full marks for exactly the right options and nothing else', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(8), fc.nat(8), (right, hits, wrong) => {
      fc.pre(hits <= right);
      const score = choiceScore(hits, hits + wrong, right);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score === 1).toBe(hits === right && wrong === 0);
    }),
  );
});

test('parts count alike', () => {
  expect(shareScore([true, false, true])).toBe(0.666667);
  expect(shareScore([true, true, true])).toBe(1);
  expect(shareScore([false])).toBe(0);
  expect(shareScore([])).toBe(0);
});

test.each([
  ['abcd', 1],
  ['bacd', 0.666667],
  ['abdc', 0.666667],
  ['badc', 0.333333],
  ['dabc', 0],
  ['dcba', 0],
])('the order %s of abcd scores %f', (given, score) => {
  expect(orderScore([...'abcd'], [...given])).toBe(score);
});

test('an order scores full marks exactly when every item has its place; one item has no order', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 7 });
  fc.assert(
    fc.property(
      ids.chain((right) =>
        fc.tuple(fc.constant(right), fc.shuffledSubarray(right, { minLength: right.length })),
      ),
      ([right, given]) => {
        expect(orderScore(right, given) === 1).toBe(right.join('\n') === given.join('\n'));
      },
    ),
  );
  expect(orderScore(['a'], ['a'])).toBe(0);
});
