import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  enoughBy,
  groupOf,
  largestShort,
  membersOf,
  smallest,
  thoseWhoCanStop,
  thoseWhoMatter,
} from './groups';
import { deepestPolicy, longestPolicy, readPolicy } from './policy';
import { organisations } from './roster';

const read = (line: string) => readPolicy(line, organisations);
const policy = (line: string) => {
  const found = read(line);
  if (found.kind === 'problem') throw new Error(found.says);
  return found;
};
const enough = (line: string) => enoughBy(policy(line));

describe('a policy', () => {
  test.each([
    ['Bank', 1],
    ['bank AND Regulator', 1],
    ['Bank or Regulator', 2],
    ['2 of (Bank, Customs, Regulator)', 3],
    ['Regulator and 2 of (Bank, Buyer, Customs)', 3],
    ['2 of (Bank or Buyer, Customs, Carrier)', 5],
    ['((Bank))', 1],
    ['1of(Bank,Buyer)', 2],
    ['2 of (Bank and Buyer, Customs)', 1],
  ])('%s is read, and has so many smallest groups: %i', (line, groups) => {
    expect(smallest(enough(line))).toHaveLength(groups);
  });

  test.each([
    ['', 'E_POLICY'],
    ['and', 'E_POLICY'],
    ['Bank and', 'E_POLICY'],
    ['Bank Buyer', 'E_POLICY'],
    ['Bank and Buyer or Customs', 'E_POLICY'],
    ['(Bank', 'E_POLICY'],
    ['Bank)', 'E_POLICY'],
    ['2 (Bank, Buyer)', 'E_POLICY'],
    ['2 of Bank, Buyer', 'E_POLICY'],
    ['2 of (Bank, Buyer', 'E_POLICY'],
    ['2 of (Bank,, Buyer)', 'E_POLICY'],
    ['Bank & Buyer', 'E_POLICY'],
    ['Bank\u0000', 'E_POLICY'],
    ['x'.repeat(longestPolicy + 1), 'E_POLICY'],
    ['Mayor', 'E_NAME'],
    ['constructor', 'E_NAME'],
    ['0 of (Bank, Buyer)', 'E_COUNT'],
    ['3 of (Bank, Buyer)', 'E_COUNT'],
    [`${'9'.repeat(100)} of (Bank, Buyer)`, 'E_COUNT'],
    ['Bank or Bank', 'E_TWICE'],
    ['2 of (Bank, Buyer, bank)', 'E_TWICE'],
    ['not Bank', 'E_MONOTONE'],
    ['Bank not Buyer', 'E_MONOTONE'],
    ['Bank and not Buyer', 'E_MONOTONE'],
    ['('.repeat(deepestPolicy + 1), 'E_DEPTH'],
  ])('%s is answered with %s%s', (line, code) => {
    expect(read(line)).toMatchObject({ kind: 'problem', code, says: expect.stringMatching(/^[A-Z].*[.?]$/) });
  });

  test('whatever is typed is read or answered, and one signature more never undoes an approval', () => {
    const word = fc.constantFrom(
      'Bank',
      'Buyer',
      'Customs',
      'and',
      'or',
      'of',
      '(',
      ')',
      ',',
      '1',
      '2',
      '3',
      'not',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        const found = read(words.join(' '));
        if (found.kind === 'problem') return;
        const table = enoughBy(found);
        const undone = [...table.keys()].filter(
          (group) => table[group] && organisations.some((_, at) => !table[group | (2 ** at)]),
        );
        expect(undone).toEqual([]);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (line) => read(line).kind !== undefined),
    );
  });
});

test('groups: who matters, who can stop everything, and the largest that are not enough', () => {
  const table = enough('Regulator and 2 of (Bank, Buyer, Customs)');
  expect(thoseWhoMatter(table)).toEqual(['bank', 'buyer', 'customs', 'regulator']);
  expect(thoseWhoCanStop(table)).toEqual(['regulator']);
  expect(largestShort(table).map(membersOf)).toContainEqual(
    organisations.filter((who) => who !== 'regulator'),
  );
  expect(largestShort(table)).toHaveLength(4);
  expect(thoseWhoMatter(enough('Bank or (Bank and Buyer)'))).toEqual(['bank']);
  expect(membersOf(groupOf(['bank', 'regulator']))).toEqual(['bank', 'regulator']);
});
