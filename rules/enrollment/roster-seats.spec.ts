import { expect, test } from 'vitest';
import { type SeatScope, seatForecast } from './roster-seats';

const scope = (id: string, of: Partial<SeatScope> = {}): SeatScope => ({
  id,
  name: id,
  seats: null,
  seatsTaken: 0,
  waitlist: true,
  waiting: 0,
  ...of,
});
const needs = (coming: number, moving = 0) => ({ coming, moving });

test('a course without a limit has seats for everybody', () => {
  expect(seatForecast(scope('course'), [scope('a')], { a: needs(9), '': needs(3) })).toEqual([]);
});

test('where seats would not do: how many are needed, left, and missing', () => {
  const course = scope('course', { seats: 10, seatsTaken: 4 });
  const cohort = scope('a', { seats: 3, waitlist: false });
  expect(seatForecast(course, [cohort], { a: needs(4, 1), '': needs(4) })).toEqual([
    { name: 'a', needed: 5, left: 3, without: 2, waitlist: false },
    { name: 'course', needed: 8, left: 6, without: 2, waitlist: true },
  ]);
  expect(seatForecast(course, [cohort], { a: needs(3) })).toEqual([]);
  expect(seatForecast(course, [cohort], {})).toEqual([]);
});

test('behind people who wait already nobody finds a seat', () => {
  const course = scope('course', { seats: 10, seatsTaken: 4, waiting: 2 });
  expect(seatForecast(course, [], { '': needs(1) })).toMatchObject([{ left: 0, without: 1 }]);
  const lowered = scope('course', { seats: 3, seatsTaken: 4, waitlist: false, waiting: 2 });
  expect(seatForecast(lowered, [], { '': needs(1) })).toMatchObject([{ left: 0, without: 1 }]);
  expect(seatForecast(scope('course', { waiting: 1 }), [], { '': needs(2) })).toMatchObject([{ without: 2 }]);
});
