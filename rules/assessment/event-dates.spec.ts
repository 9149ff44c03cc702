import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventDateWords, isBefore, isEventDate } from './event-dates';

test.each([
  ['2019', true],
  ['2019-10', true],
  ['2019-10-24', true],
  ['2020-02-29', true],
  ['0900-01-01', true],
  ['2019-02-29', false],
  ['2019-02-30', false],
  ['2019-13', false],
  ['2019-00-01', false],
  ['2019-10-32', false],
  ['2019-1', false],
  ['19', false],
  ['24 October 2019', false],
  ['2019-10-24T10:00', false],
  ['', false],
])('that %s is a date of an event: %s', (text, is) => {
  expect(isEventDate(text)).toBe(is);
});

test.each([
  ['2018', '2019', true],
  ['2019', '2018', false],
  ['2019', '2019', false],
  ['2019', '2019-10', false],
  ['2019-10', '2019', false],
  ['2018-12-31', '2019', true],
  ['2019-10', '2019-11-01', true],
  ['2019-10-24', '2019-10', false],
  ['2019-10-24', '2019-10-26', true],
])('that %s is over before %s: %s', (one, other, before) => {
  expect(isBefore(one, other)).toBe(before);
});

test('of two days that are not the same exactly one is before the other', () => {
  const day = fc
    .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (one, other) => {
      expect(isEventDate(one)).toBe(true);
      expect([isBefore(one, other), isBefore(other, one)].filter(Boolean)).toHaveLength(
        one === other ? 0 : 1,
      );
    }),
  );
});

test.each([
  ['2019', '2019'],
  ['2019-10', 'October 2019'],
  ['2019-10-24', '24 October 2019'],
  ['2019-10-24-1', '2019-10-24-1'],
])('%s reads %s', (date, words) => {
  expect(eventDateWords(date)).toBe(words);
});
