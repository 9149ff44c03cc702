import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { fingerprint } from '../digest';

/** One statement of a credential. The salt is 16 bytes as hexadecimal digits, and nobody can guess it. */
export type Claim = { salt: string; name: string; value: string };

/** The line by which a claim is disclosed: salt, name and value as a JSON list, without spaces between them. */
export const lineOf = ({ salt, name, value }: Claim): string => JSON.stringify([salt, name, value]);

/**
 * The digests that an issuer signs: SHA-256 of each line, in rising order, so that their order says nothing either.
 * In the manner of SD-JWT, which writes a line in base64url before it hashes it.
 */
export const digestsOf = (claims: readonly Claim[]): string[] =>
  claims.map((claim) => fingerprint(lineOf(claim))).sort();

/** One digest for all: SHA-256 of the digests' bytes, one after another, as hexadecimal digits. */
export const commitmentTo = (digests: readonly string[]): string =>
  bytesToHex(sha256(hexToBytes(digests.join(''))));

/** Hexadecimal digits as bytes with those of a stream from SHA-256 of key and counter laid over them: to and fro. */
export function sealed(key: string, bytes: Uint8Array): Uint8Array {
  const block = (counter: number) => hexToBytes(fingerprint(`${key} ${counter}`));
  return bytes.map((byte, at) => byte ^ (block(Math.floor(at / 32))[at % 32] ?? 0));
}
