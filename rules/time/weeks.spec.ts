import { expect, test } from 'vitest';
import { lastWeeks, weekOf, weekWords } from './weeks';

test.each([
  ['2026-11-23T00:00:00Z', '2026-11-23'],
  ['2026-11-25T12:00:00Z', '2026-11-23'],
  ['2026-11-29T23:59:59Z', '2026-11-23'],
  ['2026-11-30T00:00:00Z', '2026-11-30'],
  ['2027-01-01T10:00:00Z', '2026-12-28'],
])('%s is in the week of %s', (at, monday) => {
  expect(weekOf(new Date(at))).toBe(monday);
});

test('the last weeks end with this one', () => {
  expect(lastWeeks(3, new Date('2027-01-06T10:00:00Z'))).toEqual(['2026-12-21', '2026-12-28', '2027-01-04']);
});

test('a week in words', () => {
  expect(weekWords('2026-11-02')).toBe('2 Nov');
});
