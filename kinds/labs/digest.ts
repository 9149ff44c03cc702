import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a text as UTF-8 in normal form C, as hexadecimal digits. */
export const fingerprint = (text: string): string => bytesToHex(sha256(utf8ToBytes(text.normalize('NFC'))));

/** In how many bits two fingerprints of equal length differ. */
export function changedBits(one: string, other: string): number {
  const others = hexToBytes(other);
  return hexToBytes(one).reduce((sum, byte, at) => {
    let bits = byte ^ (others[at] ?? 0);
    let count = 0;
    for (; bits > 0; bits &= bits - 1) count += 1;
    return sum + count;
  }, 0);
}

/** With how many bits of zero a fingerprint begins. */
export function leadingZeros(digest: string): number {
  const bytes = hexToBytes(digest);
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? bytes.length * 8 : first * 8 + Math.clz32(bytes[first] ?? 0) - 24;
}
