import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { leafDigest, levelsOf, nodeDigest, pathOf, rootFrom } from './tree';

// The leaves and roots that the test vectors of Certificate Transparency have for trees of RFC 6962.
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((digits) => hexToBytes(digits));
const roots: Record<number, string> = {
  1: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  2: 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  4: 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  8: '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
};

describe('a tree that keeps leaves and nodes apart', () => {
  test.each([1, 2, 4, 8])('over %i leaves has the root of RFC 6962', (count) => {
    expect(levelsOf('apart', leaves.slice(0, count)).at(-1)).toEqual([roots[count]]);
  });

  test('proves each leaf by its path, and no other', () => {
    const levels = levelsOf('apart', leaves);
    for (const [index, leaf] of leaves.entries()) {
      const path = pathOf(levels, index);
      expect(path).toHaveLength(3);
      expect(rootFrom('apart', leaf, index, path)).toBe(roots[8]);
      expect(rootFrom('apart', leaf, index ^ 1, path)).not.toBe(roots[8]);
    }
  });
});

test('only without prefixes two digests are a leaf whose digest is a node', () => {
  const [one, other] = ['a', 'b'].map((text) => leafDigest('bare', utf8ToBytes(text))) as [string, string];
  const forged = hexToBytes(one + other);
  expect(leafDigest('bare', forged)).toBe(nodeDigest('bare', one, other));
  expect(leafDigest('apart', forged)).not.toBe(nodeDigest('apart', one, other));
});
