import { describe, expect, test } from 'vitest';
import {
  dayIn,
  languageNamed,
  linesOf,
  longestSlug,
  proposedSlug,
  slugProblem,
  slugWith,
  zoneNamed,
} from './course-draft';

describe('an address made from a title', () => {
  test.each([
    ['Reading a Blockchain Policy', 'reading-a-blockchain-policy'],
    ['  Policy:  read, closely!  ', 'policy-read-closely'],
    ["The reader's guide", 'the-readers-guide'],
    ['Économie générale', 'economie-generale'],
    ['Straße, Æther und Ørsted', 'strasse-aether-und-orsted'],
    ['ﬁnance', 'finance'],
    ['101 questions', '101-questions'],
    ['Blockchain 区块链', 'blockchain'],
    ['New', 'new-course'],
    ['区块链政策', null],
    ['区块链 101', null],
    ['区块链政策与实践 intro', null],
    ['2019', null],
    ['!?', null],
    ['', null],
  ])('%s', (title, slug) => {
    expect(proposedSlug(title)).toBe(slug);
  });

  test('is cut between words, and within one that has no end', () => {
    const words = proposedSlug('reading '.repeat(20));
    expect(words).toBe('reading-reading-reading-reading-reading-reading-reading');
    expect(proposedSlug('a'.repeat(200))).toBe('a'.repeat(longestSlug));
    expect(proposedSlug(`${'a'.repeat(59)} b ${'c'.repeat(59)}`)).toBe('a'.repeat(59));
  });

  test('is always one that a course can have', () => {
    for (const title of ['Import', 'a — b', 'x'.repeat(61), `${'ab '.repeat(40)}`, 'A_b.c']) {
      expect([title, slugProblem(proposedSlug(title) ?? '?')]).toEqual([title, null]);
    }
  });

  test('takes an ending that tells it from others, and stays short enough', () => {
    expect(slugWith('a-policy', '2')).toBe('a-policy-2');
    const long = slugWith('a'.repeat(60), 'k3x9');
    expect([long.length, long.endsWith('-k3x9'), slugProblem(long)]).toEqual([60, true, null]);
  });
});

describe('what cannot be an address', () => {
  test.each([
    '',
    'A',
    'a b',
    'a--b',
    '-a',
    'a-',
    '../a',
    'ä',
    'a'.repeat(61),
    'new',
    'import',
    'review',
    'a\n',
  ])('%j', (slug) => {
    expect(slugProblem(slug)).toEqual(expect.any(String));
  });

  test.each(['a', 'a-1', '2019', 'a'.repeat(60), 'newer', 'reviewing'])('but %s can', (slug) => {
    expect(slugProblem(slug)).toBeNull();
  });
});

test('a list is typed one entry a line; empty lines say nothing', () => {
  expect(linesOf(' one \r\n\n\ttwo\rthree\n   ')).toEqual(['one', 'two', 'three']);
  expect(linesOf('')).toEqual([]);
});

describe('a time zone', () => {
  test.each([
    ['Asia/Shanghai', 'Asia/Shanghai'],
    [' asia/shanghai ', 'Asia/Shanghai'],
    ['utc', 'UTC'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Etc/GMT+8', 'Etc/GMT+8'],
    ['+08:00', null],
    ['GMT+8', null],
    ['Mars/Olympus', null],
    ['Asia/Shang\0hai', null],
    ['', null],
  ])('%j', (raw, zone) => {
    expect(zoneNamed(raw)).toBe(zone);
  });
});

describe('a language', () => {
  test.each([
    ['en', 'en'],
    ['ZH-hans', 'zh-Hans'],
    ['de-AT', 'de-AT'],
    ['en-u-ca-buddhist', 'en'],
    ['english', null],
    ['xx', null],
    ['e n', null],
    ['', null],
  ])('%j', (raw, tag) => {
    expect(languageNamed(raw)).toBe(tag);
  });
});

test('the day depends on where one is', () => {
  const now = new Date('2026-11-04T20:00:00Z');
  expect([dayIn('UTC', now), dayIn('Asia/Shanghai', now)]).toEqual(['2026-11-04', '2026-11-05']);
});
