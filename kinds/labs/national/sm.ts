import { bytesToHex } from '@noble/hashes/utils.js';
import { sm2, sm3 } from 'sm-crypto-v2';

/** What many programs take as user id where nobody gives one. */
export const usualId = '1234567812345678';

/** The order of the group of SM2, from GB/T 32918.5. */
const order = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123';

/** SM3 of a text as UTF-8, as hexadecimal digits. */
export const sm3Of = (text: string): string => sm3(text);

/** Whether these digits are a point of the curve of SM2, in the one spelling that we take: 04, then x, then y. */
export function isPublicKey(digits: string): boolean {
  if (!/^04[0-9a-f]{128}$/.test(digits)) return false;
  try {
    return sm2.verifyPublicKey(digits);
  } catch {
    return false;
  }
}

/** Z_A, the digest of user id, curve and public key; null where the key is none. */
export const zaOf = (publicKey: string, userId: string): string | null =>
  isPublicKey(publicKey) ? bytesToHex(sm2.getZ(publicKey, userId)) : null;

const inRange = (half: string) => /^[0-9a-f]{64}$/.test(half) && half < order && /[^0]/.test(half);

/** Whether both halves of a signature, r and s, are from 1 to one below the order. */
export const isInRange = (signature: string): boolean =>
  signature.length === 128 && inRange(signature.slice(0, 64)) && inRange(signature.slice(64));

/** Whether an SM2 signature is that of a text under a key and a user id; false for any nonsense. */
export function fitsSm2(publicKey: string, signature: string, text: string, userId: string): boolean {
  if (!isPublicKey(publicKey) || !isInRange(signature)) return false;
  try {
    return sm2.doVerifySignature(text, signature, publicKey, { hash: true, userId });
  } catch {
    return false;
  }
}
