import { assert, nat, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { endOf } from './roster-dates';

/** Any code unit: halves of characters and NUL, too. */
const oddText = string({ unit: nat(0xffff).map((code) => String.fromCharCode(code)) });

test.each([
  ['2026-12-31', 'UTC', '2026-12-31T23:59:00.000Z'],
  ['2026/1/5', 'UTC', '2026-01-05T23:59:00.000Z'],
  ['2026.01.05', 'UTC', '2026-01-05T23:59:00.000Z'],
  ['2026年5月1日', 'Asia/Shanghai', '2026-05-01T15:59:00.000Z'],
  ['２０２６年５月１日', 'Asia/Shanghai', '2026-05-01T15:59:00.000Z'],
  ['2026年5月1日 18:00', 'Asia/Shanghai', '2026-05-01T10:00:00.000Z'],
  [' 2026-12-31 18:30 ', 'Europe/Berlin', '2026-12-31T17:30:00.000Z'],
  ['2026-12-31T18:30:59', 'UTC', '2026-12-31T18:30:00.000Z'],
  ['2026-12-31T18:30:00Z', 'Asia/Shanghai', '2026-12-31T18:30:00.000Z'],
  ['2026-12-31T18:30:00+08:00', 'UTC', '2026-12-31T10:30:00.000Z'],
  ['2024-02-29', 'UTC', '2024-02-29T23:59:00.000Z'],
])('%s in %s is an end', (written, zone, at) => {
  expect(endOf(written, zone)?.toISOString()).toBe(at);
});

test.each([
  '31.12.2026',
  '03/04/2026',
  '2026-02-30',
  '2025-02-29',
  '2026-13-01',
  '2026-12-31 25:00',
  '2026-13-31T18:30:00Z',
  '2026-1/5',
  '0001-01-01',
  '9999-12-31',
  '46000',
  'next week',
  '',
])('%j is none', (written) => {
  expect(endOf(written, 'UTC')).toBeNull();
});

test('a time that no clock shows, in the night they go forward, is none', () => {
  expect(endOf('2026-03-29 02:30', 'Europe/Berlin')).toBeNull();
});

test('no text is too odd for it', () => {
  assert(property(oddText, (written) => void endOf(written, 'UTC')));
});
