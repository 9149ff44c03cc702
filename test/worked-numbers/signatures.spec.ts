import { expect, test } from 'vitest';
import { accepts, publicHex, seed, signed } from './ed25519';
import { lesson } from './lesson';
import { challenge, order, power, prime, publicKey, secret, sides, sign } from './schnorr';

const { says } = lesson('signatures');

test('the table of powers, and the two keys', () => {
  const values = Array.from({ length: order }, (_, n) => power(2, n));
  for (const [n, value] of values.entries()) {
    const doubled = String(n > 0 ? 2 * power(2, n - 1) : '').padEnd(19);
    says(`\n| ${String(n).padEnd(3)} | ${doubled} | ${String(value).padEnd(14)} |\n`);
  }
  expect([power(2, order), new Set(values).size]).toEqual([1, order]);
  says(`The next row would be ${2 * power(2, order - 1)}, which leaves ${power(2, order)}.`);
  says(`private key $x = ${secret}$`, `$y = 2^7 \\bmod ${prime} = ${publicKey}$`);
});

test('a signature by hand, and what changes with one character', () => {
  const { R, e, s } = sign('lend book 5', 5);
  says(`$R = 2^5 \\bmod 23 = ${R}$`, `The result is $e = ${e}$`);
  says(`$5 + ${e} \\cdot 7 = ${5 + e * 7}$, which leaves ${s}, so $s = ${s}$`, `$(R, s) = (${R}, ${s})$`);
  const { left, right } = sides('lend book 5', R, s);
  const part = power(publicKey, e);
  says(`$2^{${s}}$, which the table gives as ${left}`, `$13^${e} \\bmod 23 = ${part}$`);
  const raised = (times: number) => `$13^${times}$ is $2^{${secret * times}}$, and ${secret * times} leaves `;
  says(`${raised(e)}${(secret * e) % order} after\ndivision by ${order}`, `Row ${(secret * e) % order} says`);
  says(`$${R} \\cdot ${part} = ${R * part}$, which leaves ${right}. Equal, so accept.`);
  const other = challenge(R, 'lend book 6');
  const moved = power(publicKey, other);
  says(`the challenge is $e = ${other}$`, `$9 \\cdot 13^${other} = 9 \\cdot ${moved} = ${9 * moved}$`);
  says(
    `which leaves ${sides('lend book 6', R, s).right}. (Here ${raised(other)}${(secret * other) % order}.)`,
  );
  says(`The left side is still ${left}. Reject.`);
});

test('eleven rows are too few: two grades meet one challenge', () => {
  for (const text of ['lend book 5', 'lend book 6', 'grade A', 'grade B'])
    says(`e('9|${text}'); // ${challenge(9, text)}n`);
  const { R, e, s } = sign('grade A', 5);
  says(`has $e = ${e}$`, `- [x] $(${R}, ${s})$`, `$s = 5 + ${e} \\cdot 7 = ${5 + e * 7}$, which leaves ${s}`);
});

test('the third test vector of RFC 8032', () => {
  const message = Buffer.from('af82', 'hex');
  const signature = signed(message);
  const hex = signature.toString('hex');
  const lines = (digits: string) => digits.replace(/.{1,32}/g, '  $&\n');
  says(
    `secret seed\n${lines(seed)}public key\n${lines(publicHex)}message\n${lines(message.toString('hex'))}`,
  );
  says(`signature\n${lines(hex)}\`\`\``);
  expect([message, Buffer.from('af83', 'hex')].map((one) => accepts(one, signature))).toEqual([true, false]);
});
