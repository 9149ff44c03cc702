import { expect, test } from 'vitest';
import { formatDeadline } from './deadline';

test.each([
  ['2026-12-04T10:00:00Z', 'Asia/Shanghai', 'Fri, 4 Dec 2026, 18:00 (GMT+8)'],
  ['2026-12-04T10:00:00Z', 'Asia/Kolkata', 'Fri, 4 Dec 2026, 15:30 (GMT+5:30)'],
  ['2026-12-05T10:00:00Z', 'Asia/Shanghai', 'Sat, 5 Dec 2026, 18:00 (GMT+8)'],
  ['2026-07-01T22:30:00Z', 'Europe/Berlin', 'Thu, 2 Jul 2026, 00:30 (GMT+2)'],
])('a deadline is absolute and names its zone: %s in %s', (at, zone, words) => {
  expect(formatDeadline(new Date(at), zone)).toBe(words);
});

test('a zone that does not exist is an error, not a wrong time', () => {
  expect(() => formatDeadline(new Date(), 'Nowhere/Special')).toThrow(RangeError);
});
