import { expect, test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('study-session');

test('the filings under the rules of 2019, and their days', () => {
  says(`${197 + 309} such filings had been completed, 197 in March and 309 in October`);
  const days = (Date.UTC(2019, 9, 24) - Date.UTC(2019, 9, 18)) / 86_400_000;
  expect(days).toBe(6);
  says('six days before the\nsession');
  expect(9 - 1).toBe(8);
  says('in force eight months *before* the session');
});
