import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { changedBits, fingerprint, leadingZeros } from './digest';

test('a fingerprint is SHA-256 of the text in one normal form: the vectors of FIPS 180-4 and Node’s own', () => {
  expect(fingerprint('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(fingerprint('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  for (const text of ['区块链', 'a'.repeat(1000), '😀'])
    expect(fingerprint(text)).toBe(createHash('sha256').update(text).digest('hex'));
  expect(fingerprint('e\u0301')).toBe(fingerprint('\u00e9'));
});

test('bits that changed and zeros in front are counted bit by bit', () => {
  expect(changedBits('00', '00')).toBe(0);
  expect(changedBits('00', 'ff')).toBe(8);
  expect(changedBits('0f0f', '0e1f')).toBe(2);
  expect(['ff', '7f', '01', '00ff', '0000', '0008'].map(leadingZeros)).toEqual([0, 1, 7, 8, 16, 12]);
});
