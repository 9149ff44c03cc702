import { describe, expect, test } from 'vitest';
import { normaliseEmail, normaliseName, passwordProblem, safeReturnPath } from './accounts';

describe('a password', () => {
  test.each([
    ['eleven chars', 'elevenchars', 'at least 12'],
    ['one over the limit', `${'walk on!'.repeat(128)}x`, 'at most 1024'],
    ['a common one', 'Password1234', 'first that would be guessed'],
    ['few different characters', 'abababababababab', 'first that would be guessed'],
    ['the e-mail address', 'Someone@School.example', 'e-mail address as the password'],
  ])('is refused: %s', (_what, password, reason) => {
    expect(passwordProblem(password, 'someone@school.example')).toContain(reason);
  });

  test.each([
    ['twelve characters', 'twelve chars'],
    ['spaces at its ends, which are kept', ' walks at dawn '],
    ['no Latin letters', '区块链课程的一个很长的密码'],
    ['1,024 characters', 'walk on!'.repeat(128)],
  ])('is accepted: %s', (_what, password) => {
    expect(passwordProblem(password, 'someone@school.example')).toBeNull();
  });

  test('is not compared with an address that is not known', () => {
    expect(passwordProblem('someone@school.example', '')).toBeNull();
  });
});

describe('an e-mail address', () => {
  test.each([
    ['Some.One@School.Example', 'some.one@school.example'],
    ['  someone@school.example ', 'someone@school.example'],
    ['ｓomeone@school.example', 'someone@school.example'],
    ['some+tag@a.b.example', 'some+tag@a.b.example'],
  ])('has one form: %s', (raw, email) => {
    expect(normaliseEmail(raw)).toBe(email);
  });

  test.each([
    '',
    'someone',
    'a@b@school.example',
    '"a b"@school.example',
    'a,b@school.example',
    'a\u0000b@school.example',
    'a\r\nBcc: c@school.example',
    'a@school',
    '.a@school.example',
    'a.@school.example',
    'a..b@school.example',
    'a@-school.example',
    'a@127.0.0.1',
    `${'a'.repeat(65)}@school.example`,
    `a@${'b.'.repeat(130)}example`,
  ])('is refused: %j', (raw) => {
    expect(normaliseEmail(raw)).toBeNull();
  });
});

describe('a name', () => {
  test('is one line with single spaces', () => {
    expect(normaliseName('  Ada \n  Lovelace ')).toBe('Ada Lovelace');
  });

  test('may be in any script', () => {
    expect(normaliseName('王小明')).toBe('王小明');
    expect(normaliseName('Zoe\u0308')).toBe('Zoë');
  });

  test.each(['', '   ', 'x'.repeat(101), 'evil\u202egnp', 'a\u0000b', 'zero\u200bwidth', 'lone \ud800'])(
    'is refused: %j',
    (raw) => {
      expect(normaliseName(raw)).toBeNull();
    },
  );
});

describe('the way back after signing in', () => {
  test.each([
    ['/learn/a-course', '/learn/a-course'],
    ['/courses?page=2#top', '/courses?page=2#top'],
    ['/a/../b', '/b'],
  ])('leads to a page of this site: %s', (raw, path) => {
    expect(safeReturnPath(raw, '/')).toBe(path);
  });

  test.each([
    null,
    undefined,
    '',
    'learn',
    'https://evil.example/',
    'javascript:alert(1)',
    '//evil.example',
    '//',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '//user:secret@evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/%2e%2e//evil.example',
    '/./\\evil.example',
  ])('never leads elsewhere: %j', (raw) => {
    expect(safeReturnPath(raw, '/home')).toBe('/home');
  });
});
