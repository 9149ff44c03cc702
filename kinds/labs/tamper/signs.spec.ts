import { createHash } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { type Block, type Finding, hashed, noBlock, relinked, tamperings } from './ledger';
import { type Signs, signsOf } from './signs';
import { truthOf } from './tamperings';
import { tamperTask } from './task';
import { writerWith } from './writer';

const seeds = Array.from(
  { length: 30 },
  (_, at) => new Uint8Array(createHash('sha256').update(`ledger ${at}`).digest()),
);

/** What fits at a place, and whether the next block links to it: what an audit goes by. */
function readingAt(signs: readonly Signs[], at: number): string {
  const [here, next] = [signs[at], signs[at + 1]];
  if (here && !here.order) return 'number';
  if (here?.signature) return 'nothing of its own';
  if (!here?.hash) return 'signature and hash';
  return next?.link ? 'signature alone' : 'signature, and the link of the next';
}

const tells: Record<Finding, string> = {
  sound: 'nothing of its own',
  edited: 'signature and hash',
  rehashed: 'signature, and the link of the next',
  swapped: 'number',
  forged: 'signature alone',
};

// RFC 8032, 7.1, TEST 1: a secret key and its public one.
const secret = hexToBytes('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60');

describe('who writes into a ledger', () => {
  test('has the key of RFC 8032, and signs as it says', () => {
    const { key, sign } = writerWith(secret);
    expect(key).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
    const entry = { number: 7, by: 'Mill', says: '90 kg' };
    expect(sign(entry)).toBe(bytesToHex(ed25519.sign(utf8ToBytes('7|Mill|90 kg'), secret)));
  });
});

describe('the signs of a ledger', () => {
  test('tell what was done at each place, and every way is drawn', () => {
    const seen = new Set<Finding>();
    for (const seed of seeds) {
      const { blocks, keys } = tamperTask(seed);
      const signs = signsOf(blocks, keys);
      for (const [at, truth] of truthOf(seed).entries()) {
        seen.add(truth);
        expect(readingAt(signs, at)).toBe(tells[truth]);
      }
    }
    expect([...seen].sort()).toEqual(['sound', ...tamperings].sort());
  });

  test('all fit as long as nobody tampered, and again after all was linked anew, but for the signature', () => {
    const entry = { number: 1, by: 'Farm', says: '100 kg' };
    const { key, sign } = writerWith(secret);
    const first = hashed({ ...entry, previous: noBlock, signature: sign(entry) });
    const other = { ...entry, number: 2 };
    const blocks: Block[] = [first, hashed({ ...other, previous: first.hash, signature: sign(other) })];
    const keys = { Farm: key };
    const fits = { order: true, link: true, signature: true, hash: true };
    expect(signsOf(blocks, keys)).toEqual([fits, fits]);
    const changed = blocks.map((block, at) => (at === 0 ? { ...block, says: '190 kg' } : block));
    expect(signsOf(changed, keys)).toEqual([{ ...fits, signature: false, hash: false }, fits]);
    expect(signsOf(relinked(changed, 0), keys)).toEqual([{ ...fits, signature: false }, fits]);
  });
});
