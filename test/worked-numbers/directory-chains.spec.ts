import { expect, test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('directory-chains');

const reads: Record<string, string[]> = {
  Registry: ['Residents'],
  Housing: ['Homes', 'Residents'],
  Tax: ['Incomes', 'Homes'],
  School: ['Pupils', 'Residents', 'Incomes'],
  Power: ['Homes'],
};
const keepers = 4;
const readers = Object.values(reads).reduce((sum, sets) => sum + sets.length, 0);
const offices = Object.keys(reads).length;

test('the rights that the town needs, grants and could grant', () => {
  const needed = readers + keepers;
  const generous = offices * 4 + keepers;
  says(`\`${needed} ${generous} ${generous - needed} ${readers / offices}\``);
  says(`5 × 4 × 2 = ${offices * 4 * 2} possible rights`, `The tasks need ${needed}, nine to read and four`);
  expect([readers, keepers]).toEqual([9, 4]);
  says(`"Everybody reads everything" grants ${generous}, so ${generous - needed} are`);
});

test('what the questions ask about rights', () => {
  says(`answer="${6 * 3 - (3 + 3)}"`);
  says(`- [x] ${(readers - 1) / offices}\n`);
});

test('the groups that are enough for the policy', () => {
  const names = ['Registry', 'Housing', 'Tax', 'School', 'Power'];
  const groups = Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.filter((_, at) => (bits >> at) & 1),
  );
  const enough = groups.filter(
    (group) =>
      group.includes('Housing') &&
      (group.includes('Registry') ||
        ['Tax', 'School', 'Power'].filter((one) => group.includes(one)).length >= 2),
  );
  says(`\`${enough.length} of ${groups.length}\``);
  const smallest = enough.filter(
    (group) =>
      !enough.some((other) => other.length < group.length && other.every((one) => group.includes(one))),
  );
  expect(smallest).toHaveLength(4);
  expect(smallest.every((group) => group.includes('Housing'))).toBe(true);
  says('There are four: Housing with Registry, and Housing with two of Tax, School and Power.');
});
