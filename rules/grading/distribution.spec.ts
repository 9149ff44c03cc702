import { expect, test } from 'vitest';
import { spreadWords, tenths } from './distribution';

test('each grade lies in one tenth, and full marks in the last', () => {
  const counts = tenths([0, 99_999, 100_000, 899_999, 900_000, 1_000_000]).map(({ value }) => value);
  expect(counts).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 1, 2]);
  expect(tenths([]).map(({ label }) => label)).toEqual(
    expect.arrayContaining(['0 to under 10 %', '90 to 100 %']),
  );
});

test('the spread is told in words', () => {
  const passes = (share: number) => share >= 600_000;
  expect(spreadWords([], passes)).toBe('Nobody has a grade yet.');
  expect(spreadWords([650_000], passes)).toBe(
    '1 grade, from 65 % to 65 %; the middle one is 65 %. 1 passed.',
  );
  expect(spreadWords([900_000, 200_000, 700_000, 400_000], passes)).toBe(
    '4 grades, from 20 % to 90 %; the middle one is 40 %. 2 passed.',
  );
});
