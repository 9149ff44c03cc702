import { expect, test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('mica-genius-hong-kong');

const [tokens, deposits, bonds, back] = [1_000_000, 300_000, 700_000, 450_000];

test('those who stay have less behind them', () => {
  const sold = (back - deposits) / 0.98;
  const left = bonds - sold;
  const stay = tokens - back;
  says(`\n${sold.toFixed(2)} ${left.toFixed(2)}\n${stay} ${((100 * left) / stay).toFixed(2)}\n`);
  const grouped = (sum: number) => sum.toLocaleString('en', { maximumFractionDigits: 2 });
  says(`bonds of ${grouped(sold)}. Bonds of ${grouped(left)} are left for ${grouped(stay)} tokens.`);
});

test('what has to be sold at 95 for 100, and the numbers that are foreseen', () => {
  says(`answer="${((back - deposits) / 0.95).toFixed(2)}"`);
  says(`- ${(back - deposits) * 0.95}\n`, `- ${(back / 0.95).toFixed(2)}\n`);
});

test('nine weeks lie between the notice and the licences', () => {
  expect(Date.parse('2026-04-10') - Date.parse('2026-02-06')).toBe(9 * 7 * 86_400_000);
  says('Nine weeks before');
});
