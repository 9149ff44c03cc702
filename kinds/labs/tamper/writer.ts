import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, bytesToNumberLE, concatBytes } from '@noble/curves/utils.js';
import { sha512 } from '@noble/hashes/sha2.js';
import type { Entry } from './ledger';
import { signed } from './signs';

/** Who writes into a ledger: the public key, and what signs an entry, both in hexadecimal digits. */
export type Writer = { key: string; sign: (entry: Entry) => string };

const { Point } = ed25519;
const numberOf = (...parts: Uint8Array[]): bigint =>
  Point.Fn.create(bytesToNumberLE(sha512(concatBytes(...parts))));

/**
 * The writer with a secret key of 32 bytes. It signs by RFC 8032, 5.1.6; the key is worked out once and not for each
 * signature, because a whole ledger is signed each time that it is asked for.
 */
export function writerWith(secret: Uint8Array): Writer {
  const { prefix, scalar, pointBytes } = ed25519.utils.getExtendedPublicKey(secret);
  return {
    key: bytesToHex(pointBytes),
    sign: (entry) => {
      const message = signed(entry);
      const r = numberOf(prefix, message);
      // The quicker way to multiply takes a time that tells of the number: these keys come from a seed and guard nothing.
      const point = Point.BASE.multiplyUnsafe(r).toBytes();
      const s = Point.Fn.create(r + numberOf(point, pointBytes, message) * scalar);
      return bytesToHex(concatBytes(point, Point.Fn.toBytes(s)));
    },
  };
}
