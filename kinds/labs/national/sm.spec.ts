import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { paddingOf } from './padding';
import { sm2PublicKey, sm2SignedWith } from './signing';
import { fitsSm2, isInRange, isPublicKey, sm3Of, usualId, zaOf } from './sm';

describe('SM3', () => {
  // GB/T 32905-2016, annex A, examples 1 and 2.
  test.each([
    ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('of %s is that of the standard', (text, digest) => {
    expect(sm3Of(text)).toBe(digest);
  });

  test('is that of Node for texts of every length about a block', () => {
    for (let length = 0; length < 130; length += 1)
      expect(sm3Of('é'.repeat(length))).toBe(createHash('sm3').update('é'.repeat(length)).digest('hex'));
  });

  test('pads the example of the standard as the standard does', () => {
    expect(paddingOf('abc')).toEqual({
      bits: 24,
      zeros: 423,
      block: `61626380${'00'.repeat(52)}0000000000000018`,
    });
    expect(paddingOf('a'.repeat(55))).toMatchObject({ bits: 440, zeros: 7 });
    expect(paddingOf('a'.repeat(55)).block).toHaveLength(128);
  });
});

describe('SM2', () => {
  // GB/T 32918.5-2017, annex A: the curve, the key and the number of the example of a signature.
  const secret = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';
  const publicKey =
    '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13';
  const number = '59276e27d506861a16680f3ad9c02dccef3cc1fa3cdbe4ce6d54b80deac1bc21';
  const signature =
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';

  test('has the public key, Z_A and signature of the standard', () => {
    expect(sm2PublicKey(secret)).toBe(publicKey);
    expect(zaOf(publicKey, usualId)).toBe('b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3');
    expect(sm2SignedWith(number, secret, 'message digest', usualId)).toBe(signature);
    expect(fitsSm2(publicKey, signature, 'message digest', usualId)).toBe(true);
  });

  test('refuses another user id, another text and another key', () => {
    expect(fitsSm2(publicKey, signature, 'message digest', 'ALICE123@YAHOO.COM')).toBe(false);
    expect(fitsSm2(publicKey, signature, 'message digest.', usualId)).toBe(false);
    expect(fitsSm2(sm2PublicKey(number), signature, 'message digest', usualId)).toBe(false);
  });

  test('refuses numbers out of range, second spellings and nonsense', () => {
    const order = 'fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123';
    const r = signature.slice(0, 64);
    const halves = [`${r}${order}`, `${order}${r}`, `${r}${'0'.repeat(64)}`, 'f'.repeat(128), r, ''];
    expect(halves.map(isInRange)).toEqual(halves.map(() => false));
    // x = 1 with the prime of the field added to it is the same point in another spelling.
    const x = 'fffffffeffffffffffffffffffffffffffffffff000000010000000000000000';
    const y = '9f7a091433a81e3f218f405f792355bf2aa98b5ffa95982f03870800065279a3';
    expect(isPublicKey(`04${'1'.padStart(64, '0')}${y}`)).toBe(true);
    expect(isPublicKey(`04${x}${y}`)).toBe(false);
    const keys = [`04${'00'.repeat(64)}`, `06${publicKey.slice(2)}`, publicKey.toUpperCase(), '02', ''];
    expect(keys.map(isPublicKey)).toEqual(keys.map(() => false));
    expect(fitsSm2('', '', '', '')).toBe(false);
    expect(zaOf('04', '')).toBeNull();
  });
});
