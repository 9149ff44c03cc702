import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Whether a digest begins with so many bits of zero, at most 32. */
const beginsWith = (digest: Uint8Array, bits: number): boolean => {
  const [a = 0, b = 0, c = 0, d = 0] = digest;
  return Math.clz32(((a << 24) | (b << 16) | (c << 8) | d) >>> 0) >= bits;
};

/** Writes the decimal digits of a number at the end of some bytes, and gives those. */
function digitsIn(bytes: Uint8Array, value: number): Uint8Array {
  let at = bytes.length;
  let left = value;
  do {
    at -= 1;
    bytes[at] = 48 + (left % 10);
    left = Math.floor(left / 10);
  } while (left > 0);
  return bytes.subarray(at);
}

/**
 * Tries numbers behind a head, one after the other. The head is hashed once and no try makes anything new: on a phone
 * this is twice as quick as to hash a text each time.
 * @returns what tries `count` numbers from `from` on, and gives the first that fits, or null
 */
export function nonceSearch(head: string, bits: number): (from: number, count: number) => number | null {
  const begun = sha256.create().update(utf8ToBytes(head));
  const one = sha256.create();
  const digest = new Uint8Array(32);
  const digits = new Uint8Array(16);
  return (from, count) => {
    for (let nonce = from; nonce < from + count; nonce += 1) {
      begun._cloneInto(one).update(digitsIn(digits, nonce)).digestInto(digest);
      if (beginsWith(digest, bits)) return nonce;
    }
    return null;
  };
}
