import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** How a message becomes one block of SM3: its length in bits, the zero bits behind the one bit, and the 64 bytes. */
type Padding = { bits: number; zeros: number; block: string };

/**
 * The padding of SM3 (GB/T 32905, the same as that of SHA-256) for a message of at most 55 bytes, which fits one block:
 * a bit of one, then zeros, so that 448 bits are full, then the length in bits as a number of 64 bits.
 */
export function paddingOf(message: string): Padding {
  const bytes = bytesToHex(utf8ToBytes(message));
  const bits = bytes.length * 4;
  return {
    bits,
    zeros: 447 - bits,
    block: `${`${bytes}80`.padEnd(112, '0')}${bits.toString(16).padStart(16, '0')}`,
  };
}
