import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('pbft-and-consortium-chains');

/** What so many liars demand: replicas, quorum and what two quorums share at least. */
const demands = (liars: number) => {
  const replicas = 3 * liars + 1;
  const quorum = replicas - liars;
  return { replicas, quorum, shared: 2 * quorum - replicas };
};

test('replicas, quorums, overlaps and messages', () => {
  for (const liars of [1, 2, 3, 33]) {
    const { replicas, quorum, shared } = demands(liars);
    expect(shared).toBeGreaterThan(liars);
    const backups = replicas - 1;
    const messages = backups + backups * backups + replicas * backups;
    expect(messages).toBe(2 * replicas * backups);
    says(`| ${[replicas, liars, quorum, shared].join(' | ')} | ${messages.toLocaleString('en')} |`);
  }
  says(`$${3} + ${3 * 3} + ${4 * 3} = ${2 * 4 * 3}$`);
  const { replicas, quorum, shared } = demands(4);
  says(`answer="${quorum}"`, `Of ${replicas} replicas, two quorums of ${quorum} share ${shared}`);
  const five = demands(5);
  says(`${five.replicas} replicas, and at most 5 of them lie`, `answer="${five.shared}"`);
});

/** All groups of so many of `n` replicas, each as the bits of a number. */
const groups = (n: number, size: number): number[] => {
  const ones = (bits: number): number => (bits === 0 ? 0 : (bits & 1) + ones(bits >> 1));
  return Array.from({ length: 2 ** n }, (_, bits) => bits).filter((bits) => ones(bits) === size);
};

test('what two groups share at least, tried out', () => {
  const least = (n: number, size: number): number => {
    const all = groups(n, size);
    const shared = all.flatMap((a) => all.map((b) => a & b));
    return (
      [0, 1, 2, 3, 4].findLast((some) =>
        shared.every((one) => one.toString(2).replaceAll('0', '').length >= some),
      ) ?? 0
    );
  };
  says(`It prints \`${least(3, 2)} ${least(4, 3)} ${least(7, 5)}\``);
});

test('three replicas cannot withstand a liar', () => {
  const waitFor = 3 - 1;
  expect(2 * waitFor - 3).toBe(1);
  says('two pairs among three share one replica');
});

test('the primary of view 5, and the digest of the request', () => {
  says(`view 5 this is replica ${5 % 4}`);
  says(`\`${createHash('sha256').update('Ana pays Bo 10').digest('hex').slice(0, 4)}...\``);
});

test('the sets that satisfy the policy', () => {
  const sets = Array.from({ length: 16 }, (_, bits) => [0, 1, 2, 3].filter((at) => bits & (1 << at)));
  const satisfy = sets.filter((set) => set.includes(0) && set.length >= 3);
  says(`${sets.length} different sets can sign`);
  expect(satisfy.map(({ length }) => length).sort()).toEqual([3, 3, 3, 4]);
  says('Four of these satisfy it');
});
