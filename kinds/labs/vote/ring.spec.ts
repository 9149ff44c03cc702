import { ristretto255_hasher } from '@noble/curves/ed25519.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { pointFrom, publicKey, scalarFrom, secretFrom, sign, verifies } from './ring';

/** A number as 32 bytes, the lowest first. */
const little = (value: bigint) =>
  bytesToHex(Uint8Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * at)) & 255n)));
/** The order of ristretto255 (RFC 9496, section 4.4). */
const order = 2n ** 252n + 27742317777372353535851937790883648493n;
const field = 2n ** 255n - 19n;

describe('encodings have one spelling', () => {
  test('the first multiples of the base are those of RFC 9496, appendix A.1', () => {
    expect([1n, 2n, 3n].map((times) => publicKey(little(times)))).toEqual([
      'e2f2ae0a6abc4e71a884a961c500515f58e30b6aa582dd8db6a65945e08d2d76',
      '6a493210f7499cd17fecb510ae0cea23a110e8d5b901f8acadd3095c73a3b919',
      '94741f5d5d52755ece4f23f044ee27d5d1ea1e2bd196b462166b16152a9d0259',
    ]);
  });

  test('a uniform string becomes the point of RFC 9496, appendix A.3', () => {
    const bytes =
      '5d1be09e3d0c82fc538112490e35701979d99e06ca3e2b5b54bffe8b4dc772c14d98b696a1bbfb5ca32c436cc61c16563790306c79eaca7705668b47dffe5bb6';
    const point = ristretto255_hasher.deriveToCurve?.(
      Uint8Array.from(bytes.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
    );
    expect(point?.toHex()).toBe('3066f82a1a747d45120d1740f14358531a8f04bbffe6a819f86dfe50f44a0a46');
  });

  test('zero, what is not reduced, what is negative and what is no point are refused', () => {
    // The bad encodings of appendix A.2: two that are not reduced, two that are negative, two that are no square.
    for (const bad of [
      little(0n),
      little(field),
      little(field + 1n),
      little(1n),
      '00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
      'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
      '0100000000000000000000000000000000000000000000000000000000000000',
      '26948d35ca62e643e26a83177332e6b6afeb9d08e4268b650f1f5bbd8d81d371',
      'zz',
      '',
    ])
      expect(pointFrom(bad)).toBeNull();
    expect(pointFrom(publicKey(little(7n)))).not.toBeNull();
  });

  test('a scalar is below the order', () => {
    expect(scalarFrom(little(order - 1n))).toBe(order - 1n);
    for (const bad of [order, order + 1n, 2n ** 256n - 1n]) expect(scalarFrom(little(bad))).toBeNull();
    expect(scalarFrom('')).toBeNull();
  });

  test('the same signature in another spelling is none', () => {
    const secrets = ['a', 'b'].map((one) => secretFrom(utf8ToBytes(one)));
    const statement = { scope: 's', ring: secrets.map(publicKey), message: 'm' };
    const signature = sign(statement, secrets[0] ?? '', new Uint8Array(32));
    expect(verifies(statement, signature)).toBe(true);
    const [first = '', second = ''] = signature.responses;
    const longer = little((scalarFrom(first) ?? 0n) + order);
    expect(verifies(statement, { ...signature, responses: [longer, second] })).toBe(false);
    expect(verifies(statement, { ...signature, image: little(0n) })).toBe(false);
  });
});
