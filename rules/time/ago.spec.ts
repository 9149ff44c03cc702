import { expect, test } from 'vitest';
import { agoWords, clockWords, instantWords } from './ago';

const now = new Date('2026-03-01T12:00:00Z');

test.each([
  ['2026-03-01T12:00:30Z', 'just now'],
  ['2026-03-01T11:55:00Z', 'just now'],
  ['2026-03-01T11:54:00Z', '6 minutes ago'],
  ['2026-03-01T11:00:00Z', '1 hour ago'],
  ['2026-02-28T12:00:00Z', '1 day ago'],
  ['2026-02-01T12:00:00Z', '28 days ago'],
])('%s is %s', (then, words) => {
  expect(agoWords(new Date(then), now)).toBe(words);
});

test('an instant names its zone', () => {
  expect(instantWords(now)).toBe('1 Mar 2026, 12:00 UTC');
  expect(clockWords(now)).toBe('12:00 UTC');
});
