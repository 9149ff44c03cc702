import { expect, test } from 'vitest';
import { accepts, signed } from './ed25519';
import { lesson } from './lesson';
import { modulo, order, recovered, secret, sign } from './schnorr';

const { says } = lesson('key-loss-and-replay');

test('a recorded signature verifies again, and fits no other number and no other place', () => {
  const bare = Buffer.from('open gate 4');
  says(`The signature begins \`${signed(bare).toString('hex').slice(0, 16)}\``);
  const text = 'campus-gate/v1|open gate 4|nonce 7f3a91';
  says(`\`\`\`text\n${text}\n\`\`\``, 'a new number, `c20e55`', 'moved the text to `exam-hall/v1`');
  const signature = signed(Buffer.from(text));
  const others = [text, text, text.replace('7f3a91', 'c20e55'), text.replace('campus-gate', 'exam-hall')];
  expect(others.map((one) => accepts(Buffer.from(one), signature))).toEqual([true, true, false, false]);
});

test('the mark of a chain', () => {
  const marks = (chain: number) => [2 * chain + 35, 2 * chain + 36];
  says(
    `For chain 1 that is ${marks(1).join(' or ')}.`,
    `number\n61, so there it is ${marks(61).join(' or ')}.`,
  );
});

test('a private key from two signatures that share a one-time number', () => {
  const [one, other] = ['lend book 5', 'lend book 6'].map((message) => sign(message, 5));
  if (!one || !other) throw new Error('two texts are signed');
  says(`the same $R = ${one.R}$`, `$e_1 = ${one.e}$ and $s_1 = ${one.s}$`);
  const sum = 5 + other.e * secret;
  says(`$e_2 = ${other.e}$. Its $s_2$ is $5 + ${other.e} \\cdot 7 = ${sum}$, which leaves $${other.s}$`);
  says(`$${modulo(one.s - other.s, order)} = ${one.e - other.e}x$, counted modulo ${order}`);
  says(`$3 \\cdot 7 = ${3 * 7}$ leaves ${modulo(21, order)}, we have $x = ${recovered(one, other).join()}$`);
});

test('the two signatures of the question', () => {
  const [one, other] = [
    { e: 9, s: 2 },
    { e: 7, s: 10 },
  ];
  says(`$e_1 = ${one.e}$, $s_1 = ${one.s}$ and $e_2 = ${other.e}$, $s_2 = ${other.s}$`);
  says(`- [x] ${recovered(one, other).join()}\n`);
  says(
    `$s_1 - s_2 = ${one.s - other.s}$, and $${one.s - other.s} + ${order} = ${modulo(one.s - other.s, order)}$`,
  );
});
