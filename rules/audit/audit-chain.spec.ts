import { expect, test } from 'vitest';
import { breakWords, type ChainLink, firstBreak, headWords, parseHead } from './audit-chain';

/** Entries from `first` on that follow each other, but for those whose numbers are given. */
const links = (first: number, count: number, broken: number[] = []): ChainLink[] =>
  Array.from({ length: count }, (_, index) => {
    const seq = first + index;
    return { seq, hash: `h${seq}`, expected: broken.includes(seq) ? 'other' : `h${seq}` };
  });

test('a chain in which each follows the one before it has no break', () => {
  expect(firstBreak(links(1, 9), 0, 100)).toBeNull();
  expect(firstBreak(links(101, 9), 100, 100)).toBeNull();
  expect(firstBreak([], 0, 100)).toBeNull();
});

test.each([
  ['one altered, followed by what was hashed with it', links(1, 9, [5]), 'altered', 5, 4],
  ['one slipped in, which nothing follows', links(1, 9, [5, 6]), 'displaced', 5, 4],
  ['the last one, which nothing follows yet', links(1, 9, [9]), 'displaced', 9, 8],
  ['one missing', [...links(1, 4), ...links(6, 4, [6])], 'missing', 6, 4],
  ['the first missing', links(2, 4, [2]), 'missing', 2, 0],
  ['a number twice', [...links(1, 4), ...links(4, 4)], 'repeated', 4, 4],
])('%s', (_title, chain, kind, seq, after) => {
  expect(firstBreak(chain, 0, 100)).toEqual({ kind, seq, after });
});

test('only as many as asked for are judged; one more shows how the last is followed', () => {
  expect(firstBreak(links(1, 5, [5]), 0, 4)).toBeNull();
  expect(firstBreak(links(1, 5, [4]), 0, 4)).toMatchObject({ kind: 'altered', seq: 4 });
});

test('a break is said in a sentence', () => {
  const of = (kind: 'missing' | 'repeated' | 'altered' | 'displaced', seq: number, after: number) =>
    breakWords({ kind, seq, after });
  expect(of('missing', 6, 4)).toBe('Entry 5 was taken out.');
  expect(of('missing', 9, 4)).toBe('Entries 5 to 8 were taken out.');
  expect(of('repeated', 4, 4)).toContain('more than once');
  expect(of('altered', 1, 0)).toBe('Entry 1 was altered.');
  expect(of('altered', 5, 4)).toContain('or entry 4 before it');
  expect(of('displaced', 5, 4)).toContain('does not follow');
});

test('a noted head is read, and nothing else is', () => {
  const hash = 'a'.repeat(64);
  expect(parseHead(` 12:${hash}\n`)).toEqual({ seq: 12, hash });
  for (const text of ['', '12', `0:${hash}`, `12:${hash}f`, `x:${hash}`, `12:${'A'.repeat(64)}`])
    expect(parseHead(text)).toBeNull();
});

test('a noted head proves that nothing was cut from the end or written anew', () => {
  const noted = { seq: 12, hash: 'noted' };
  expect(headWords(noted, 'noted', 20)).toBeNull();
  expect(headWords(noted, null, 9)).toContain('cut from the end');
  expect(headWords(noted, 'other', 20)).toContain('written anew');
});
