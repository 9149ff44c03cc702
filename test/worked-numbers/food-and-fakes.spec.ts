import { test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('food-and-fakes');
const py = (n: number): string => (Number.isInteger(n) ? `${n}.0` : String(n));

test('more bags than the fields can give', () => {
  const paddy = 400 * 7.5;
  const rice = Math.round(paddy * 0.7 * 1000) / 1000;
  const bags = (520_000 * 5) / 1000;
  says(`It prints \`${[paddy, rice, bags, bags - rice].map(py).join(' ')}\``);
  says(`Five hundred tonnes, or ${(((bags - rice) * 1000) / 5).toLocaleString('en')} bags`);
});

test('the speeds of two lots', () => {
  says('the market lies 300 kilometres from the cold store');
  for (const [hours, arrival] of [
    [4, '10:00'],
    [1.25, '07:15'],
  ] as const)
    says(
      `| 06:00          | ${arrival}         | ${String(hours).padEnd(5)} | ${`${300 / hours} km/h`.padEnd(8)} |`,
    );
});

test('what the questions ask for', () => {
  const oil = (900 * 20) / 100;
  says(`answer="${220 - oil}" units="t, kg=0.001"`, `- ${oil}\n`, `- ${900 - 220}\n`);
  says(`answer="${(420 - 120) / 2}"`, `- ${420 / 2}\n`);
});

test('one code on forty more bottles', () => {
  says('printed on 40 false bottles', `Now ${40 + 1} bottles carry it`, `to the other ${40 + 1 - 1}.`);
});

test('what a gram of melamine counts for', () => {
  const nitrogen = (6 * 14.007) / (3 * 12.011 + 6 * 1.008 + 6 * 14.007);
  says(`${(6 * 14.007).toFixed(3)} of ${(3 * 12.011 + 6 * 1.008 + 6 * 14.007).toFixed(3)}`);
  says(`${nitrogen.toFixed(3)} times 6.38, or ${(nitrogen * 6.38).toFixed(2)} grams`);
  says(`about ${(100 * nitrogen).toFixed(1)} per cent of its weight is nitrogen`);
});
