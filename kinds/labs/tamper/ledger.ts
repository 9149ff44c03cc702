import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fingerprint } from '../digest';

/** One block of the ledger: what an organisation wrote and signed, the hash of the block before, and its own. */
export type Block = {
  number: number;
  previous: string;
  by: string;
  says: string;
  signature: string;
  hash: string;
};

/** Ways in which a block can have been tampered with, each told by another sign. */
export const tamperings = ['edited', 'rehashed', 'swapped', 'forged'] as const;
export type Tampering = (typeof tamperings)[number];

/** What is signed of a block. */
const signed = ({ number, by, says }: Pick<Block, 'number' | 'by' | 'says'>) =>
  utf8ToBytes(`${number}|${by}|${says}`);

/** Signs what an organisation writes, with its secret key. */
export const sign = (entry: Pick<Block, 'number' | 'by' | 'says'>, secret: Uint8Array): string =>
  bytesToHex(ed25519.sign(signed(entry), secret));

/** Whether a signature is that of the organisation by its public key, in hexadecimal digits. */
export const isSigned = (block: Block, key: string): boolean =>
  ed25519.verify(hexToBytes(block.signature), signed(block), hexToBytes(key), { zip215: false });

/** The hash that a block should have, of all of it but its hash. */
export const hashOf = ({ number, previous, by, says, signature }: Omit<Block, 'hash'>): string =>
  fingerprint(`${number}|${previous}|${by}|${says}|${signature}`);

/**
 * What is wrong with each block, by its place: the sign that tells most first. Two that changed places are told at the
 * first of them, and what that breaks around it is told nowhere else.
 * @param keys the public key of each organisation
 */
export function signsOf(
  blocks: readonly Block[],
  keys: Readonly<Record<string, string>>,
): Map<number, Tampering> {
  const found = new Map<number, Tampering>();
  const moved = new Set<number>();
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1];
    if (next && next.number < block.number) {
      found.set(at + 1, 'swapped');
      for (const place of [at, at + 1, at + 2]) moved.add(place);
    }
  }
  for (const [at, block] of blocks.entries()) {
    if (hashOf(block) !== block.hash) found.set(at + 1, 'edited');
    else if (moved.has(at)) continue;
    else if (blocks[at + 1] && !moved.has(at + 1) && blocks[at + 1]?.previous !== block.hash)
      found.set(at + 1, 'rehashed');
    else if (!isSigned(block, keys[block.by] ?? '')) found.set(at + 1, 'forged');
  }
  return found;
}
