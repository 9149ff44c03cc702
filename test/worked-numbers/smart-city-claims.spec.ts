import { expect, test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('smart-city-claims');

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const [start, one, three] = ['2018-08-10', '2019-08-06', '2021-08-10'];
const rate = (total: number, over: number): number => Math.round(total / over);

test('the averages that the totals give, and the totals that the averages give', () => {
  const first = days(start, one);
  const all = days(start, three);
  const since = days(one, three);
  says(
    `\n${[
      `${first} ${rate(6e6, first)}`,
      `${all} ${rate(58e6, all)}`,
      `${since} ${rate(52e6, since)}`,
      `${44_000 * first} ${120_000 * all}`,
    ].join('\n')}\n`,
  );
  says(`there are ${first} days`, `there are ${all.toLocaleString('en')}.`);
  says(`Six million in ${first} days are ${rate(6e6, first).toLocaleString('en')} a day`);
  says(rate(58e6, all).toLocaleString('en'), rate(52e6, since).toLocaleString('en'));
  expect(44_000 / rate(6e6, first)).toBeGreaterThan(2);
  expect(120_000 / rate(58e6, all)).toBeGreaterThan(2);
});

test('the permits of the question', () => {
  says(`answer="${7.3e6 / 365}"`, `- ${7.3e6 / 50_000}\n`, `- ${50_000 - 7.3e6 / 365}\n`);
  expect(50_000 * 365).toBe(18_250_000);
});
