import { expect, test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('who-joins-governs');

type Votes = Record<string, number>;

/** The groups whose votes are more than so many per cent of all, each as its members in a row. */
const winning = (votes: Votes, threshold: number): string[] => {
  const members = Object.keys(votes);
  const all = members.reduce((sum, one) => sum + (votes[one] ?? 0), 0);
  return Array.from({ length: 2 ** members.length }, (_, bits) => members.filter((_, at) => bits & (1 << at)))
    .filter((group) => group.reduce((sum, one) => sum + (votes[one] ?? 0), 0) * 100 > threshold * all)
    .map((group) => group.join(''));
};

const byLength = (groups: string[]): string[] => [...groups].sort((a, b) => a.length - b.length);

test('the committee in its three stages', () => {
  expect(winning({ A: 2, C: 1 }, 50)).toEqual(['A', 'AC']);
  says(`A alone has 2 of 3, or ${Math.round((2 / 3) * 100)} per cent`);
  const printed = (groups: string[]): string => `[${groups.map((one) => `'${one}'`).join(', ')}]`;
  const three = { A: 2, B: 1, C: 1 };
  const stages = [winning({ A: 2, C: 1 }, 50), winning(three, 50), winning(three, 75)];
  says(`\n${stages.map((groups) => printed(byLength(groups))).join('\n')}\n`);
  expect(winning(three, 50)).toEqual(['AB', 'AC', 'ABC']);
  says(`A has 2 of 4, exactly ${(2 / 4) * 100} per cent`);
  expect(winning(three, 75)).toEqual(['ABC']);
  says(`Three votes are exactly ${(3 / 4) * 100}`);
});

test('the ministry and two firms', () => {
  expect(winning({ M: 3, a: 1, b: 1 }, 50).every((group) => group.includes('M'))).toBe(true);
  says(`3 of 5 are ${(3 / 5) * 100} per cent`);
});

test('who can stop a ledger by silence', () => {
  const toStop = (replicas: number, quorum: number): number => replicas - quorum + 1;
  expect(toStop(7, 5)).toBe(3);
  says(`there are only ${7 - 3} votes`.replace('4', 'four'));
  says(`answer="${toStop(10, 7)}"`);
});
