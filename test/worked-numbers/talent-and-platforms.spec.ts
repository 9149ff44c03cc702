import { test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('talent-and-platforms');

const one = (n: number): string => n.toFixed(1);

test('what half a million would take', () => {
  says(`Fifteen times 60 are ${15 * 60} degrees a year`);
  says(`\n${one(500_000 / (15 * 60))}\n${500_000 / 5} ${Math.round(500_000 / 5 / 60)}\n`);
  says(`with ten times as many majors still ${one(500_000 / (10 * 15 * 60))} years`);
  says(`it would take ${Math.round(500_000 / 5 / 60).toLocaleString('en')} courses of 60 people`);
  says(`answer="${300_000 / 4 / 30}"`);
});

test('what the programme changed, and at what cost', () => {
  const cost = 3_000_000;
  const changed = 240 - 190;
  says(`\n${cost / 1000}\n${cost / 240}\n${cost / changed}\n`, `so ${changed} people`);
  says(`the ${(100 * changed) / 1000} per cent of our example are one person`);
  if ((20 * changed) / 1000 !== 1) throw new Error('of twenty people it is not one');
  says(`Only ${300 - 280} repair systems because of the course`);
  if (cost / changed !== (20 * cost) / 1000) throw new Error('the third is not twenty times the first');
  says(`answer="${200 - 160}"`, `Eight is the difference in percentage points: ${200 / 5} less ${160 / 5}`);
});

test('the shares of patents', () => {
  says(`33,000 of 55,000 is ${one((100 * 33_000) / 55_000)} per cent`);
  says(`about ${(Math.round(33_000 / 0.632 / 100) * 100).toLocaleString('en')}`);
  says(`| ${one(100 - 78.4 - 10.5)}% | ${one(100 - 65.7 - 21.5)}% |`);
});
