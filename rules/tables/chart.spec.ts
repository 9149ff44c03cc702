import { describe, expect, test } from 'vitest';
import { axisMarks, chartWords, isLabelled } from './chart';

describe('the marks of an axis', () => {
  test.each([
    [[], [0, 1]],
    [
      [0, 0],
      [0, 1],
    ],
    [[1], [0, 1]],
    [[3], [0, 1, 2, 3]],
    [[4], [0, 1, 2, 3, 4]],
    [[7], [0, 2, 4, 6, 8]],
    [[31], [0, 10, 20, 30, 40]],
    [[99_999], [0, 50_000, 100_000]],
  ])('for %j are %j', (values, marks) => {
    expect(axisMarks(values)).toEqual(marks);
  });

  test('reach over every value, and are few', () => {
    for (let value = 0; value < 3_000; value += 1) {
      const marks = axisMarks([value]);
      expect(marks.at(-1)).toBeGreaterThanOrEqual(value);
      expect(marks.length).toBeLessThanOrEqual(6);
      expect(marks.every(Number.isInteger)).toBe(true);
    }
  });
});

test('the last label is always written, the others evenly', () => {
  const written = (count: number) =>
    Array.from({ length: count }, (_, index) => index).filter((index) => isLabelled(index, count, 4));
  expect(written(12)).toEqual([2, 5, 8, 11]);
  expect(written(3)).toEqual([0, 1, 2]);
});

test('a chart in words', () => {
  const points = [
    { label: '2 Nov', value: 4 },
    { label: '9 Nov', value: 9 },
    { label: '16 Nov', value: 9 },
    { label: '23 Nov', value: 1 },
  ];
  expect(chartWords(points)).toBe('From 4 (2 Nov) to 1 (23 Nov). The most is 9 (9 Nov).');
  expect(chartWords([])).toBe('Nothing to show.');
});
