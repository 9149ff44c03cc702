import { createCipheriv, createHash } from 'node:crypto';
import { test } from 'vitest';
import { sm2PublicKey } from '@/kinds/labs/national/signing';
import { zaOf } from '@/kinds/labs/national/sm';
import { lesson } from './lesson';

const { says } = lesson('sm2-sm3-sm4');

const digest = (name: string, text: string | Buffer) => createHash(name).update(text).digest('hex');
const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');

/** One block without padding, under the very bytes of the block as the key. */
function encrypted(name: string): string {
  const cipher = createCipheriv(name, key, null).setAutoPadding(false);
  return cipher.update(key).toString('hex');
}

test('the same inputs through two suites', () => {
  says(`SHA-256          ${digest('sha256', 'abc')}\nSM3              ${digest('sm3', 'abc')}\n`);
  says(`key and block    ${key.toString('hex')}\n`);
  says(`AES-128          ${encrypted('aes-128-ecb')}\nSM4              ${encrypted('sm4-ecb')}\n`);
});

test('the identifier changes what is signed', () => {
  const secret = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';
  says(`private key  ${secret}\n`);
  for (const id of ['1234567812345678', '']) {
    const za = zaOf(sm2PublicKey(secret), id) ?? '';
    const e = digest('sm3', Buffer.concat([Buffer.from(za, 'hex'), Buffer.from('message digest')]));
    says(`\n${(id || '(empty)').padEnd(16)}    ${za.slice(0, 8)}    ${e.slice(0, 8)}\n`);
  }
});
