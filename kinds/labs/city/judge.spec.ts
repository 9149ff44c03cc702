import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { needed, type ValidatorSet } from './header';
import { countOf, judged } from './judge';
import { cityPlan } from './task';

const seeds = Array.from({ length: 12 }, (_, at) => new Uint8Array(32).fill(at));

test('what is drawn is what the five tests find, and who signs twice, has left or signed another header does not count', () => {
  for (const seed of seeds) {
    const { task, answers } = cityPlan(seed);
    let last = task.trusted;
    for (const [at, received] of task.records.entries()) {
      const count = countOf(received, task.current);
      const verdict = judged(received, count, last, task.current);
      expect({ verdict, count }).toEqual(answers[at]);
      if (verdict === 'accept') last = received.header;
      // A record that is wrong is wrong in one way only, but for a term that is over, which lacks signatures, too.
      if (verdict === 'signatures')
        expect(received.signatures.length).toBeGreaterThanOrEqual(needed(task.current));
    }
    const kinds = answers.map(({ verdict }) => verdict);
    expect(kinds).toContain('accept');
    expect(kinds.filter((kind) => kind === 'proof')).toHaveLength(1);
  }
});

test('the same bytes give the same plan, whoever holds them', () => {
  const [seed = new Uint8Array(32)] = seeds;
  expect(cityPlan(Uint8Array.from(seed))).toEqual(cityPlan(seed));
});

test('more than two thirds are 3 of 4, 5 of 7 and 7 of 9', () => {
  const set = (count: number): ValidatorSet => ({
    term: 1,
    offices: Array.from({ length: count }, (_, at) => ({ name: String(at), key: '' })),
  });
  expect([1, 2, 3, 4, 6, 7, 9].map((count) => needed(set(count)))).toEqual([1, 2, 3, 3, 5, 5, 7]);
});

test('signatures are those of RFC 8032: its first test', () => {
  const secret = hexToBytes('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60');
  const key = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
  expect(bytesToHex(ed25519.getPublicKey(secret))).toBe(key);
  expect(bytesToHex(ed25519.sign(new Uint8Array(0), secret))).toBe(
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  );
});
