import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';

/**
 * How leaves and nodes are hashed. `apart` is RFC 9162, section 2.1: leaves begin with the byte 00 and nodes with 01, so
 * that neither can be taken for the other. `bare` has neither, as some libraries do.
 */
export type Hashing = 'apart' | 'bare';

const prefixed = (hashing: Hashing, prefix: number, bytes: Uint8Array): Uint8Array =>
  sha256(hashing === 'apart' ? concatBytes(Uint8Array.of(prefix), bytes) : bytes);

/** The digest of a leaf, in hexadecimal digits. */
export const leafDigest = (hashing: Hashing, data: Uint8Array): string =>
  bytesToHex(prefixed(hashing, 0, data));

/** The digest of a node above two digests. */
export const nodeDigest = (hashing: Hashing, left: string, right: string): string =>
  bytesToHex(prefixed(hashing, 1, concatBytes(hexToBytes(left), hexToBytes(right))));

/** The levels of a tree over so many leaves as a power of two: the digests of the leaves first, the root alone last. */
export function levelsOf(hashing: Hashing, leaves: readonly Uint8Array[]): string[][] {
  const levels = [leaves.map((leaf) => leafDigest(hashing, leaf))];
  for (let level = levels[0] ?? []; level.length > 1; level = levels.at(-1) ?? []) {
    const above: string[] = [];
    for (let at = 0; at < level.length; at += 2)
      above.push(nodeDigest(hashing, level[at] ?? '', level[at + 1] ?? ''));
    levels.push(above);
  }
  return levels;
}

/** The digests beside the way from a leaf up to the root, the lowest first. */
export const pathOf = (levels: readonly string[][], index: number): string[] =>
  levels.slice(0, -1).map((level, height) => level[(index >> height) ^ 1] ?? '');

/** The root that a leaf and its path come to; the bits of the index say on which side each digest stands. */
export const rootFrom = (
  hashing: Hashing,
  leaf: Uint8Array,
  index: number,
  path: readonly string[],
): string =>
  path.reduce(
    (digest, beside, height) =>
      (index >> height) & 1 ? nodeDigest(hashing, beside, digest) : nodeDigest(hashing, digest, beside),
    leafDigest(hashing, leaf),
  );

/** The digests of a field, a line each; none where it is empty. */
export const digestsIn = (value: string): string[] => (value === '' ? [] : value.split('\n'));
