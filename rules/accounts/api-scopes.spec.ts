import { expect, test } from 'vitest';
import { apiScopes, bearerSecret, scopeWords, secretHint, tokenState } from './api-scopes';

test.each([
  ['Bearer abcdefghijklmnopqrstuvwxyz', 'abcdefghijklmnopqrstuvwxyz'],
  ['bearer   abcdefghijklmnopqrstuvwxyz ', 'abcdefghijklmnopqrstuvwxyz'],
  ['Basic abcdefghijklmnopqrstuvwxyz', null],
  ['Bearer short', null],
  ['Bearer two words-that-are-long-enough', null],
  [`Bearer ${'x'.repeat(201)}`, null],
  ['', null],
  [null, null],
])('the secret in %j is %j', (header, secret) => {
  expect(bearerSecret(header)).toBe(secret);
});

test('a hint is not the secret', () => {
  expect(secretHint('lp_abcdefghijklmnop')).toBe('lp_abcde…');
});

test('a key works until it expires or is revoked', () => {
  const now = new Date('2026-11-25T12:00:00Z');
  const later = new Date(now.getTime() + 1);
  expect(tokenState({ expiresAt: later, revokedAt: null }, now)).toBe('works');
  expect(tokenState({ expiresAt: now, revokedAt: null }, now)).toBe('expired');
  expect(tokenState({ expiresAt: later, revokedAt: now }, now)).toBe('revoked');
});

test('every scope says what it lets do', () => {
  for (const scope of apiScopes) expect(scopeWords[scope]).toMatch(/\.$/);
});
