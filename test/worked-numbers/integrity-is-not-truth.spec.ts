import { createHash } from 'node:crypto';
import { test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('integrity-is-not-truth');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('a false sentence has a digest that fits, and the true one has another', () => {
  const recorded = 'Batch 7: no pesticide residue found. Inspector 12';
  says(`b"${recorded.slice(0, 29)}"\ns += b"${recorded.slice(29)}"`, `It prints \`${sha256(recorded)}\``);
  says(
    `Remove the word \`no\`, and the digest begins with \`${sha256(recorded.replace('no ', '')).slice(0, 8)}\``,
  );
});

test('the slow trace of the mangoes in seconds, and what a division would give', () => {
  const slow = 6 * 86_400 + 18 * 3_600 + 26 * 60;
  says(`6 × 86,400 + 18 × 3,600 + 26 × 60 = ${slow.toLocaleString('en')}.`);
  says(`you get ${Math.round(slow / 2.2).toLocaleString('en')}, a number`);
});
