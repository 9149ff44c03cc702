import { expect, test } from 'vitest';
import { keyBytes, keyOfBytes } from './enrollment-key';

test('a proposed key is in groups that can be read out', () => {
  expect(keyOfBytes(new Uint8Array(keyBytes))).toBe('aaaa-aaaa-aaaa');
  expect(keyOfBytes(Uint8Array.from([0, 30, 31, 255, 7, 8]))).toBe('a9ah-hj');
  expect(keyOfBytes(new Uint8Array())).toBe('');
});
