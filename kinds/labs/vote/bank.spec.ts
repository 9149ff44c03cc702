import { ristretto255_hasher } from '@noble/curves/ed25519.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { expect, test } from 'vitest';
import { boxBallots, boxOutsiders, boxRing, boxScope, type Choice, memberKeys } from './bank';
import { keyImage, publicKey, secretFrom, sign, verifies } from './ring';

const bytes = (text: string) => utf8ToBytes(text);
const secrets = Array.from({ length: 16 }, (_, at) => secretFrom(bytes(`member ${at} of the box`)));
const outsiders = [0, 1].map((at) => secretFrom(bytes(`outsider ${at}`)));
const ring = secrets.map(publicKey);
const written = (secret: string, message: Choice, of: readonly string[]) => {
  const statement = { scope: boxScope, ring: of, message };
  const { image, challenge, responses } = sign(
    statement,
    secret,
    bytes(`noise of 32 bytes, ${message.padEnd(13)}`),
  );
  return `${image}${challenge}${responses.join('')}`;
};

test('the ballots of the box are what its members signed, each twice, and what two others did', () => {
  expect(ring).toEqual(boxRing);
  for (const [at, secret] of secrets.slice(0, 6).entries())
    for (const choice of ['for', 'against'] as const)
      expect(boxBallots.find((one) => one.member === at && one.choice === choice)?.signed).toBe(
        written(secret, choice, ring),
      );
  for (const [at, secret] of outsiders.entries()) {
    const theirs = ring.with(at + 9, publicKey(secret));
    expect(boxOutsiders[at]).toEqual({
      at: at + 9,
      key: theirs[at + 9],
      choice: 'for',
      signed: written(secret, 'for', theirs),
    });
  }
});

test('the other members of a ring have keys whose secret nobody knows', () => {
  expect(memberKeys).toEqual(
    Array.from({ length: 40 }, (_, at) =>
      ristretto255_hasher.hashToCurve(bytes(`member ${at}`), { DST: 'course-lsag-1-member' }).toHex(),
    ),
  );
});

const scope = 'a scope';
const statement = { scope, ring: ring.slice(0, 4), message: 'for' };
const noise = bytes('noise of 32 bytes, another one..');

test('a signature holds for its members, its scope and its text, and for no other', () => {
  for (const secret of secrets.slice(0, 4)) {
    const signature = sign(statement, secret, noise);
    expect(verifies(statement, signature)).toBe(true);
    for (const other of [
      { ...statement, message: 'against' },
      { ...statement, scope: 'another scope' },
      { ...statement, ring: ring.slice(1, 5) },
      { ...statement, ring: ring.slice(0, 4).reverse() },
    ])
      expect(verifies(other, signature)).toBe(false);
    for (const wrong of [
      { ...signature, image: keyImage(secrets[9] ?? '', scope) },
      { ...signature, challenge: signature.responses[0] ?? '' },
      { ...signature, responses: signature.responses.toReversed() },
      { ...signature, responses: signature.responses.slice(1) },
      { ...signature, responses: [...signature.responses, signature.challenge] },
    ])
      expect(verifies(statement, wrong)).toBe(false);
  }
  expect(() => sign(statement, secrets[4] ?? '', noise)).toThrow();
});

test('two signatures of one key in one scope have one key image, and in two scopes have two', () => {
  const [mine = '', yours = ''] = secrets;
  const image = (secret: string, of: object) => sign({ ...statement, ...of }, secret, noise).image;
  expect(image(mine, { message: 'against' })).toBe(image(mine, {}));
  expect(image(mine, { scope: 'next year' })).not.toBe(image(mine, {}));
  expect(image(yours, {})).not.toBe(image(mine, {}));
  expect(image(mine, {})).toBe(keyImage(mine, scope));
});

test('whoever knows two signatures finds nothing in them that is the same but the image', () => {
  const [one, two] = [noise, noise.map((byte) => byte ^ 1)].map((from) =>
    sign(statement, secrets[0] ?? '', from),
  );
  expect(one?.image).toBe(two?.image);
  expect(one?.responses.filter((response) => two?.responses.includes(response))).toEqual([]);
});
