import { mulAddUnsafe } from '@noble/curves/abstract/curve.js';
import { ristretto255, ristretto255_hasher } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

// A linkable ring signature after Liu, Wei and Wong (2004) over ristretto255 (RFC 9496). It is for teaching: nobody has
// audited it, it does not run in constant time, and no vote that matters may rest on it.

const { Point } = ristretto255;
const { Fn } = Point;
type Point = InstanceType<typeof Point>;

/** What is signed: a text, in a scope, by one of a ring of public keys, each 32 bytes as hexadecimal digits. */
export type Statement = { scope: string; ring: readonly string[]; message: string };
/** 32 bytes each, as lower-case hexadecimal digits: the key image, where the circle begins, a response per member. */
export type Signature = { image: string; challenge: string; responses: readonly string[] };

/** A point by its only spelling; null for any other bytes, and for the point that is zero. */
export function pointFrom(hex: string): Point | null {
  try {
    const point = Point.fromHex(hex);
    return point.is0() ? null : point;
  } catch {
    return null;
  }
}

/** A scalar by its only spelling: 32 bytes, the lowest first, below the order of the group; null for any other. */
export function scalarFrom(hex: string): bigint | null {
  try {
    return Fn.fromBytes(hexToBytes(hex));
  } catch {
    return null;
  }
}

const hexOf = (scalar: bigint): string => bytesToHex(Fn.toBytes(scalar));
const toScalar = (bytes: Uint8Array): bigint =>
  ristretto255_hasher.hashToScalar(bytes, { DST: 'course-lsag-1' });

/** A secret key made of bytes that nobody else knows. */
export const secretFrom = (bytes: Uint8Array): string => hexOf(toScalar(bytes));

/** The base of key images in one scope: nobody knows its ratio to the base of public keys. */
const baseOf = (scope: string): Point =>
  ristretto255_hasher.hashToCurve(utf8ToBytes(scope), { DST: 'course-lsag-1-image' });

export const publicKey = (secret: string): string =>
  Point.BASE.multiply(Fn.fromBytes(hexToBytes(secret))).toHex();

/** The key image of a secret key in a scope: the same whatever is signed, and another in another scope. */
export const keyImage = (secret: string, scope: string): string =>
  baseOf(scope)
    .multiply(Fn.fromBytes(hexToBytes(secret)))
    .toHex();

/** SHA-256 of all keys of a ring, by which two rings are told apart. */
export const ringDigest = (ring: readonly string[]): string => bytesToHex(sha256(hexToBytes(ring.join(''))));

/** All that a challenge depends on but the two points of its member. */
const headOf = ({ scope, ring, message }: Statement, image: string): Uint8Array =>
  sha256(utf8ToBytes(JSON.stringify([scope, ringDigest(ring), image, message])));
const next = (head: Uint8Array, left: Point, right: Point): bigint =>
  toScalar(concatBytes(head, left.toBytes(), right.toBytes()));

/** A sum of two products. Its time depends on its numbers: where they are secret, this is for teaching alone. */
const sum = (one: Point, a: bigint, other: Point, b: bigint): Point =>
  mulAddUnsafe(Point, [one, other], [a, b]);

/**
 * The challenges around the ring, from that of the first member back to it: the signature holds where the last one is
 * the first. Null where something is not in its only spelling, or is missing.
 */
export function challengesOf(
  statement: Statement,
  { image, challenge, responses }: Signature,
): string[] | null {
  const { ring, scope } = statement;
  const [link, base, head] = [pointFrom(image), baseOf(scope), headOf(statement, image)];
  let at = scalarFrom(challenge);
  if (!link || at === null || responses.length !== ring.length) return null;
  const all = [challenge];
  for (const [index, key] of ring.entries()) {
    const [member, response] = [pointFrom(key), scalarFrom(responses[index] ?? '')];
    if (!member || response === null) return null;
    at = next(head, sum(Point.BASE, response, member, at), sum(base, response, link, at));
    all.push(hexOf(at));
  }
  return all;
}

/** Whether one of the ring signed. Which one, it does not say. */
export function verifies(statement: Statement, signature: Signature): boolean {
  const all = challengesOf(statement, signature);
  return all !== null && all[0] === all.at(-1);
}

/** Signs for the member whose secret key it is; `noise` are 32 bytes that nobody else knows, and are used once. */
export function sign(statement: Statement, secret: string, noise: Uint8Array): Signature {
  const { ring, scope } = statement;
  const [key, base, image] = [scalarFrom(secret), baseOf(scope), keyImage(secret, scope)];
  const self = ring.indexOf(publicKey(secret));
  const link = pointFrom(image);
  if (key === null || !link || self < 0) throw new Error('the key is none of the ring');
  const head = headOf(statement, image);
  const drawn = (at: number) => toScalar(concatBytes(noise, hexToBytes(secret), head, Uint8Array.of(at)));
  const responses = ring.map((_, at) => drawn(at));
  const nonce = drawn(ring.length);
  const challenges = new Map<number, bigint>();
  // It begins behind its own place with a nonce, goes around, and closes the circle with what only the key can give.
  let at = next(head, Point.BASE.multiply(nonce), base.multiply(nonce));
  for (let step = 1; step <= ring.length; step += 1) {
    const index = (self + step) % ring.length;
    challenges.set(index, at);
    if (index === self) break;
    const [member, response] = [pointFrom(ring[index] ?? ''), responses[index] ?? 0n];
    if (!member) throw new Error('the ring holds what is no key');
    at = next(head, sum(Point.BASE, response, member, at), sum(base, response, link, at));
  }
  responses[self] = Fn.sub(nonce, Fn.mul(challenges.get(self) ?? 0n, key));
  return { image, challenge: hexOf(challenges.get(0) ?? 0n), responses: responses.map(hexOf) };
}
