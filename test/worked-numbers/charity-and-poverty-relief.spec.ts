import { test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('charity-and-poverty-relief');

/** In how many ways `few` can be chosen of `many`. */
const choose = (many: number, few: number): number =>
  few === 0 ? 1 : (choose(many - 1, few - 1) * many) / few;
const chance = (from: number, p: number): number =>
  [0, 1, 2, 3]
    .filter((j) => j >= from)
    .reduce((sum, j) => sum + choose(3, j) * p ** j * (1 - p) ** (3 - j), 0);
const short = (n: number): number => Math.round(n * 1e6) / 1e6;

test('what a mean entry on the platform comes to', () => {
  says(`745.78 million by 526 is about ${(745.78 / 526).toFixed(2)} million yuan`);
  says(`half the mean, ${(745.78 / 526 / 2).toFixed(2)} million`, 'even if there were 526 of them');
});

test('the well is paid in three steps', () => {
  says(
    `for ${30 + 40 + 20} coins in three steps of 30, 40 and 20`,
    `30 go to the worker, and ${90 - 30} remain`,
  );
});

test('how often the money is stuck, and how often it is stolen', () => {
  const rows = [1, 2, 3].map(
    (need) => `${need} ${short(chance(4 - need, 0.05))} ${short(chance(need, 0.05))}`,
  );
  says(`\nneed stuck stolen\n${rows.join('\n')}\n`);
  says(
    `= ${short(3 * 0.05 ** 2 * 0.95)}$. All three:`,
    `= ${short(0.05 ** 3)}$. Together that is ${short(chance(2, 0.05))}.`,
  );
  says(
    `in ${Math.round(100 * chance(1, 0.05))} cases of 100`,
    `at ${Math.round(1000 * chance(2, 0.05))} cases in 1,000`,
  );
});

test('groups of keepers', () => {
  says(`answer="${choose(5, 3)}"`, `- ${5 * 4 * 3}\n`);
});

/** What a thief gets whose code asks again so many times while the first call is open. */
const stolen = (again: number): { received: number; held: number } => {
  let [book, held, received, calls] = [10, 100, 0, 0];
  const takeBack = (): void => {
    const amount = book;
    held -= amount;
    received += amount;
    calls += 1;
    if (calls <= again) takeBack();
    book = 0;
  };
  takeBack();
  return { received, held };
};

test('a gift that is sent before it is written off', () => {
  const once = stolen(1);
  says(`The thief gave 10 and has ${once.received}. The others are owed 90, and ${once.held} are there.`);
  says(`answer="${stolen(2).received}"`);
});
