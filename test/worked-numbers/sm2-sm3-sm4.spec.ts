import { createCipheriv, createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sm2PublicKey } from '@/kinds/labs/national/signing';
import { zaOf } from '@/kinds/labs/national/sm';
import { lesson } from './lesson';

const { says } = lesson('sm2-sm3-sm4');

const digest = (name: string, text: string | Buffer) => createHash(name).update(text).digest('hex');
/** Digits as the lesson prints them, 32 to a line. */
const lines = (digits: string) => digits.replace(/.{1,32}/g, '$&\n');
const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');

/** One block without padding, under the very bytes of the block as the key. */
function encrypted(name: string): string {
  const cipher = createCipheriv(name, key, null).setAutoPadding(false);
  return cipher.update(key).toString('hex');
}

test('the same inputs through two suites', () => {
  says(`SHA-256\n${lines(digest('sha256', 'abc'))}SM3\n${lines(digest('sm3', 'abc'))}\n`);
  says(`key, and the block to encrypt\n${key.toString('hex')}\n`);
  says(`AES-128\n${encrypted('aes-128-ecb')}\nSM4\n${encrypted('sm4-ecb')}\n`);
});

test('the identifier changes what is signed', () => {
  const secret = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';
  says(`private key\n${lines(secret)}`);
  for (const id of ['1234567812345678', '']) {
    const za = zaOf(sm2PublicKey(secret), id) ?? '';
    const e = digest('sm3', Buffer.concat([Buffer.from(za, 'hex'), Buffer.from('message digest')]));
    says(`\n${(id || '(empty)').padEnd(16)}  ${za.slice(0, 8)}  ${e.slice(0, 8)}\n`);
  }
});

test('the equation of SM2 with 11 as the order', () => {
  const [order, d, k, r] = [11, 7, 5, 3];
  const left = (value: number) => ((value % order) + order) % order;
  const above = k - r * d;
  const s = Array.from({ length: order }, (_, n) => n).find((n) => left(n * (1 + d)) === left(above)) ?? 0;
  const t = left(r + s);
  says(
    `For $d = ${d}$, $k = ${k}$ and $r = ${r}$ we have\n$k - rd = ${above}$, which leaves ${left(above)}.`,
  );
  says(`Since $${s} \\cdot ${1 + d} = ${s * (1 + d)}$ leaves ${left(above)} as well, $s = ${s}$.`);
  says(
    `Then $t = ${r + s}$, which\nleaves ${t}, and $${s} + ${t} \\cdot ${d} = ${s + t * d}$ leaves ${left(s + t * d)}.`,
  );
  expect(left(s + t * d)).toBe(k);
});
