import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

const isHex = (digits: string, bytes: number) => digits.length === 2 * bytes && /^[0-9a-f]*$/.test(digits);

/**
 * What a public key of Ed25519 is: `good`, `none` where its 32 bytes are no point in its one spelling (RFC 8032,
 * section 5.1.3), or `weak` where it is not in the group of prime order, so that a signature would bind nobody.
 */
export function publicKeyIs(digits: string): 'good' | 'none' | 'weak' {
  if (!isHex(digits, 32)) return 'none';
  try {
    const point = ed25519.Point.fromBytes(hexToBytes(digits), false);
    return point.isSmallOrder() || !point.isTorsionFree() ? 'weak' : 'good';
  } catch {
    return 'none';
  }
}

/** Whether the second half of a signature is below the order of the group: above, it is a second spelling of another. */
export const isReduced = (signature: string): boolean =>
  isHex(signature, 64) &&
  BigInt(`0x${signature.slice(64).match(/../g)?.reverse().join('')}`) < ed25519.Point.Fn.ORDER;

/** Whether a signature is that of a text under a key, by the strict rules of RFC 8032; false for any nonsense. */
export function isSignedBy(publicKey: string, signature: string, text: string): boolean {
  if (!isHex(publicKey, 32) || !isHex(signature, 64)) return false;
  return ed25519.verify(hexToBytes(signature), utf8ToBytes(text), hexToBytes(publicKey), { zip215: false });
}
