import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localTime } from '../learning/release';
import { daysLater, dueAt, instantOf, localInstant } from './schedule';

describe('a local time', () => {
  test.each([
    ['2026-12-01', '09:00', 'Asia/Shanghai', '2026-12-01T01:00:00.000Z'],
    ['2026-12-01', '00:00', 'UTC', '2026-12-01T00:00:00.000Z'],
    ['2026-07-01', '09:00', 'Europe/Berlin', '2026-07-01T07:00:00.000Z'],
    ['2026-12-01', '09:00', 'Europe/Berlin', '2026-12-01T08:00:00.000Z'],
    ['2026-12-01', '09:00', 'Pacific/Kiritimati', '2026-11-30T19:00:00.000Z'],
    ['2026-12-01', '09:00', 'Pacific/Pago_Pago', '2026-12-01T20:00:00.000Z'],
    ['2026-12-01', '09:00', 'Asia/Kathmandu', '2026-12-01T03:15:00.000Z'],
  ])('is an instant: %s %s in %s', (date, time, zone, instant) => {
    expect(instantOf(date, time, zone)?.toISOString()).toBe(instant);
  });

  test.each([
    // The clocks go back from 03:00 to 02:00: half past two happens twice, and the first counts.
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '01:59', 'Europe/Berlin', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25', '03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    // Half an hour only, in the southern autumn.
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
  ])('of a night when the clocks go back: %s %s in %s', (date, time, zone, instant) => {
    expect(instantOf(date, time, zone)?.toISOString()).toBe(instant);
  });

  test.each([
    ['2026-03-29', '02:00', 'Europe/Berlin'],
    ['2026-03-29', '02:59', 'Europe/Berlin'],
    ['2026-03-08', '02:30', 'America/New_York'],
    // A whole day that never was.
    ['2011-12-30', '12:00', 'Pacific/Apia'],
  ])('does not exist when the clocks go forward: %s %s in %s', (date, time, zone) => {
    expect(instantOf(date, time, zone)).toBeNull();
  });

  test('is what the clocks show at its instant, wherever and whenever it exists', () => {
    const zones = ['UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'];
    const at = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2037-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(at, fc.constantFrom(...zones), (instant, zone) => {
        const shown = localTime(instant, zone);
        const [date = '', time = ''] = shown.split(' ');
        const found = instantOf(date, time, zone);
        expect(found && localTime(found, zone)).toBe(shown);
        expect(found?.getTime()).toBeLessThanOrEqual(instant.getTime());
      }),
    );
  });
});

describe('a time to publish at', () => {
  const now = new Date('2026-03-01T10:00:00Z');
  const zone = 'Europe/Berlin';

  test('is due at its instant', () => {
    expect(dueAt({ date: '2026-03-01', time: '11:01', zone }, now)).toEqual({
      at: new Date('2026-03-01T10:01:00Z'),
    });
  });

  test.each(['11:00', '10:59'])('that is not in the future is refused: %s', (time) => {
    expect(dueAt({ date: '2026-03-01', time, zone }, now)).toEqual({
      field: 'date',
      problem: 'This is past: it is 2026-03-01 11:00 (Europe/Berlin).',
    });
  });

  test('that no clock shows is refused, with one that is shown', () => {
    expect(dueAt({ date: '2026-03-29', time: '02:30', zone }, now)).toEqual({
      field: 'time',
      problem: 'The clocks go forward then: 02:30 does not exist on that day. Choose 03:30, for example.',
    });
  });
});

test.each([
  ['2026-12-04T15:59:00.000Z', 14, 'Asia/Shanghai', '2026-12-18T15:59:00.000Z'],
  ['2026-12-04T15:59:12.500Z', 1, 'UTC', '2026-12-05T15:59:12.500Z'],
  // Still the last minute of a day, whether the clocks went forward or back meanwhile.
  ['2026-03-20T22:59:00.000Z', 14, 'Europe/Berlin', '2026-04-03T21:59:00.000Z'],
  ['2026-10-20T21:59:00.000Z', 14, 'Europe/Berlin', '2026-11-03T22:59:00.000Z'],
  // 02:30 does not exist in the night of 29 March.
  ['2026-03-28T01:30:00.000Z', 1, 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2028-02-28T12:00:00.000Z', 1, 'UTC', '2028-02-29T12:00:00.000Z'],
])('%s, %i days later in %s, is the same time of day', (at, days, zone, then) => {
  expect(daysLater(new Date(at), days, zone).toISOString()).toBe(then);
});

test('a local time of front matter is an instant, an hour later where no clock shows it, and none is none', () => {
  const instant = (local?: string, zone = 'Europe/Berlin') =>
    localInstant(local, zone)?.toISOString() ?? null;
  expect(instant('2026-12-01 18:00')).toBe('2026-12-01T17:00:00.000Z');
  expect(instant('2027-03-28 02:30')).toBe('2027-03-28T01:30:00.000Z');
  expect(instant()).toBeNull();
});
