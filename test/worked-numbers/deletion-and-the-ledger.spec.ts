import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { deleteMap } from '@/kinds/blocks/figure/figures/delete-map';
import { lesson } from './lesson';

const { says } = lesson('deletion-and-the-ledger');

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const DAY = 86_400_000;
const first = Date.UTC(1950, 0, 1);
const candidates = (Date.UTC(2010, 11, 31) - first) / DAY + 1;
const day = (index: number): string => new Date(first + index * DAY).toISOString().slice(0, 10);

test('a birthday is found by its digest', () => {
  const onChain = digest('1987-03-14');
  says(`"${onChain.slice(0, 32)}"\n    "${onChain.slice(32)}"`);
  const at = Array.from({ length: candidates }, (_, index) => digest(day(index))).indexOf(onChain);
  says(`It prints \`${day(at)} ${at + 1} ${candidates}\``);
  says(`at the ${(at + 1).toLocaleString('en')}th try`);
  says(`There are ${candidates.toLocaleString('en')} candidates.`);
  says(`take about ${(candidates / 500_000).toFixed(2)} seconds`);
});

test('with a salt nobody else has, it is not', () => {
  const salt = '9c1f4be07a62d85389e1b6cc04f7a32d';
  const begins = digest(`${salt}|1987-03-14`).slice(0, 8);
  says(`begins with \`${begins}\``);
  expect(JSON.stringify(deleteMap)).toContain(`${begins} …`);
  expect(salt.length * 4).toBe(128);
  expect((2 ** 128).toExponential(1)).toBe('3.4e+38');
  says('3.4 \\cdot 10^{38}', '10^{19}$ years');
  expect(Math.floor(Math.log10(2 ** 128 / 1e12 / (365.25 * 86_400)))).toBe(19);
});

test('the seconds that a million numbers take', () => {
  says(`answer="${10 ** 6 / 500_000}"`);
});
