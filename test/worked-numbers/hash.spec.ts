import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { changedBits } from '@/kinds/labs/digest';
import { lesson } from './lesson';

const { says } = lesson('hash');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const checksum = (text: string): number => [...Buffer.from(text)].reduce((sum, byte) => sum + byte, 0) % 256;

test('the checksum that two texts share', () => {
  says(`gives ${checksum('listen')} for \`listen\` and ${checksum('silent')} for \`silent\``);
  says(`gives ${checksum('pay 19')} for \`pay 19\` and ${checksum('pay 91')} for \`pay 91\``);
});

test('one full stop, and the bits that it flips', () => {
  const [before, after] = [sha256('blockchain policy'), sha256('blockchain policy.')];
  const bits = changedBits(before, after);
  says(`\n${before}\n${after}\n${bits}\n`, `differ: ${bits} of 256`, `flips ${bits} of them`);
  says(`does not begin with \`${before.slice(0, 8)}\``);
  // Two standard deviations about the mean of 256 tosses of a fair coin.
  const spread = 2 * Math.sqrt(256 / 4);
  says(`${256 / 2} would be the average, and anything from ${128 - spread} to ${128 + spread}`);
  says(`half of their square root, which is ${spread / 2}.`);
});

test('how a short message is filled up to one block, and the bits of eight numbers', () => {
  const bits = 8 * 'blockchain policy'.length;
  const zeros = 512 - 64 - 1 - bits;
  says(`The ${bits / 8} characters of \`blockchain policy\` are ${bits} bits`);
  says(`${bits} + 1 + ${zeros} + 64 = 512`, `8 × 32 = ${8 * 32} bits`);
});

test('the first collision among digests of four digits, and the first that meets a given one', () => {
  const seen = new Map<string, number>();
  let n = 0;
  for (; !seen.has(sha256(String(n)).slice(0, 4)); n += 1) seen.set(sha256(String(n)).slice(0, 4), n);
  const short = sha256(String(n)).slice(0, 4);
  says(
    `It prints \`${seen.get(short)} ${n} ${short}\``,
    `after ${n + 1} tries, close to $2^{8} = ${2 ** 8}$`,
  );
  const wanted = sha256('blockchain policy').slice(0, 4);
  let at = 0;
  while (!sha256(String(at)).startsWith(wanted)) at += 1;
  says(`begins with \`${wanted}\``, `The first is ${at}.`, `$2^{16} = ${2 ** 16}$ tries`);
});

test('birthdays, and the length of large numbers', () => {
  const apart = (people: number) =>
    Array.from({ length: people }, (_, at) => (365 - at) / 365).reduce((product, part) => product * part, 1);
  expect([1 - apart(22) < 0.5, 1 - apart(23) > 0.5]).toEqual([true, true]);
  says(`for 365 days it is ${Math.round(Math.sqrt(365))}`);
  says('a room of 23 people', `about $2^{128}$ tries, a number of ${String(2n ** 128n).length} digits`);
  says(`A four-digit code has ${(10 ** 4).toLocaleString('en')} candidates`);
});
