import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { lesson } from './lesson';

const { says, shows } = lesson('tender-and-supervision');

const digest = (text: string, kind = 'sha256'): string => createHash(kind).update(text).digest('hex');

test('the bid that was committed to, and the one that does not open it', () => {
  const salt = '4d1f0a97c2b35e6880aa13f7d9c6e524';
  const half = (bid: number): string => digest(`${bid}|${salt}|T-31`).slice(0, 32);
  says(`("${salt.slice(0, 16)}"\n        "${salt.slice(16)}")`, 'for bid in (1180, 1090):');
  says(`\n${half(1180)}\n${half(1090)}\n`);
});

test('the old tender is opened by trying all bids', () => {
  const bids = Array.from({ length: 101 }, (_, at) => 1000 + 10 * at);
  expect(bids.at(-1)).toBe(2000);
  const hidden = digest('1350|T-30');
  const begins = hidden.slice(0, 16);
  expect(bids.filter((bid) => digest(`${bid}|T-30`).startsWith(begins))).toEqual([1350]);
  says(`hidden = "${begins}"`, 'It prints `1350`.', `There were ${bids.length} candidates`);
  shows(hidden);
});

test('how long dictionaries are', () => {
  says(`101 × 256 = ${(101 * 256).toLocaleString('en')}`, `answer="${200 * 256 * 256}"`);
  says(`a number of ${String(101n * 2n ** 128n).length} digits`);
});

test('the hash of 0 that gave the taxis away', () => {
  says(`\`${digest('0', 'md5').slice(0, 8).toUpperCase()}...\``);
});

test('silence pays if the deposit is smaller than the gain', () => {
  says(`a gain of ${1200 - 1000}.`, 'larger than 200');
});
