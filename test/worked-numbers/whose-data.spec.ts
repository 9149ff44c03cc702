import { createHash } from 'node:crypto';
import { test } from 'vitest';
import { sealed } from '@/kinds/labs/disclose/claims';
import { lesson } from './lesson';

const { says } = lesson('whose-data');
const day = (at: number): string => new Date(Date.UTC(1926, 0, 1 + at)).toISOString().slice(0, 10);
const count = (n: number): string => n.toLocaleString('en');

test('the numbers that a cab can have', () => {
  const forms = [10 * 26 * 100, 26 ** 2 * 1000, 26 ** 3 * 1000];
  for (const candidates of forms) says(`| ${count(candidates)} `);
  const all = forms.reduce((sum, n) => sum + n, 0);
  says(`| ${count(all)} `, `takes ${(all / 1e6).toFixed(1)} seconds`);
});

test('a birthday is found by trying', () => {
  const days = Math.round((Date.UTC(2026, 0, 1) - Date.UTC(1926, 0, 1)) / 86_400_000);
  says(`There are ${count(days)} days`, `there are ${count(days * 10_000)} candidates`);
  const all = Array.from({ length: days }, (_, at) => day(at));
  const at = all.indexOf('1999-04-12');
  says(`It prints \`1999-04-12 ${at + 1}\`: the birthday was found at the ${count(at + 1)}th try`);
  says(`seen = "${createHash('sha256').update('1999-04-12').digest('hex')}"`);
  says(`${Math.round((days * 10_000) / 1e6 / 60) === 6 ? 'six' : 'other'} minutes at the same slow pace`);
});

test('a salt of 16 bytes', () => {
  const all = (2n ** 128n).toString();
  says(`a number that begins with ${all.slice(0, 2)} and has ${all.length} digits`);
  const years = 2 ** 128 / 1e12 / (365.25 * 86_400);
  says(`$10^{${Math.floor(Math.log10(years))}}$ years`);
});

test('a record that is sealed and opened', () => {
  const text = Buffer.from('Lin Yue, born 1999-04-12, allergic to penicillin');
  const key = '4b1f7c02d9a6e835';
  const tape = sealed(key, text);
  const opened = Buffer.from(sealed(key, tape)).toString();
  says(`It prints \`${Buffer.from(tape).toString('hex').slice(0, 16)} b'${opened.slice(0, 7)}'\``);
  says(`these ${text.length} bytes`);
});

test('what the question asks for', () => {
  says(
    `answer="${(26 * 100_000) / 26_000}"`,
    `- ${(26 * 26 * 100_000) / 26_000}\n`,
    `- ${(26 * 1_000_000) / 26_000}\n`,
  );
});
