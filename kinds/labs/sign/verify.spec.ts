import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { lineOf } from './statement';
import { judgementsOf, signTask } from './task';
import { isReduced, isSignedBy, publicKeyIs } from './verify';

// RFC 8032, section 7.1, tests 1 to 3.
const vectors = [
  {
    secret: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    secret: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: 'r',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    secret: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: null,
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
];

describe('the vectors of RFC 8032', () => {
  test.each(vectors)('$publicKey', ({ secret, publicKey, message, signature }) => {
    const bytes = message === null ? hexToBytes('af82') : utf8ToBytes(message);
    expect(bytesToHex(ed25519.getPublicKey(hexToBytes(secret)))).toBe(publicKey);
    expect(bytesToHex(ed25519.sign(bytes, hexToBytes(secret)))).toBe(signature);
    expect(publicKeyIs(publicKey)).toBe('good');
    expect(isReduced(signature)).toBe(true);
    if (message === null) return;
    expect(isSignedBy(publicKey, signature, message)).toBe(true);
    expect(isSignedBy(publicKey, signature, `${message}.`)).toBe(false);
  });
});

describe('what is no key to be trusted', () => {
  test('points of small order, under which a signature fits many texts', () => {
    // A point of order 8, and those of order 1, 2 and 4.
    const weak = [
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
      `01${'00'.repeat(31)}`,
      `ec${'ff'.repeat(30)}7f`,
      '00'.repeat(32),
    ];
    expect(weak.map(publicKeyIs)).toEqual(weak.map(() => 'weak'));
    // With the neutral point as key and the neutral point and zero as signature, lax rules take any text.
    const zeros = `01${'00'.repeat(63)}`;
    expect(
      ed25519.verify(hexToBytes(zeros), utf8ToBytes('any'), hexToBytes(weak[1] ?? ''), { zip215: true }),
    ).toBe(true);
    expect(isSignedBy(weak[1] ?? '', zeros, 'any')).toBe(false);
  });

  test('a good key with a point of small order added to it', () => {
    const good = ed25519.Point.fromHex(vectors[0]?.publicKey ?? '');
    const small = ed25519.Point.fromHex(`ec${'ff'.repeat(30)}7f`);
    expect(publicKeyIs(good.add(small).toHex())).toBe('weak');
  });

  test('numbers in a second spelling, and nonsense', () => {
    // 2^255 - 18 is 1, written above the prime of the field; `ZIP 215` takes it.
    expect(publicKeyIs(`ee${'ff'.repeat(30)}7f`)).toBe('none');
    expect(['', 'zz', 'FF'.repeat(32), `02${'00'.repeat(31)}`].map(publicKeyIs)).toEqual(
      Array(4).fill('none'),
    );
    expect(isSignedBy('zz', 'zz', '')).toBe(false);
  });
});

test('messages are right in what their fault leaves: a fault that is not meant would be another answer', () => {
  for (let learner = 0; learner < 20; learner += 1) {
    const seed = Uint8Array.from({ length: 32 }, () => learner);
    const [task, { judgements }] = [signTask(seed), judgementsOf(seed)];
    const seen = new Set(task.used);
    task.messages.forEach((message, at) => {
      const faults = [
        isSignedBy(message.key, message.signature, lineOf(message)) ? [] : ['altered'],
        task.book.find(({ who }) => who === message.who)?.key === message.key ? [] : ['key'],
        message.domain === task.challenge.domain ? [] : ['domain'],
        seen.has(message.nonce) ? ['replay'] : [],
      ].flat();
      if (faults.length === 0) seen.add(message.nonce);
      expect([judgements[at]]).toEqual(faults.length === 0 ? ['accept'] : faults);
    });
  }
});
