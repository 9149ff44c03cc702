import { createHash } from 'node:crypto';
import { test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('integrity-is-not-truth');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('a false sentence has a digest that fits, and the true one has another', () => {
  const recorded = 'Batch 7: no pesticide residue found. Inspector 12';
  says(`b"${recorded}"`, `It prints \`${sha256(recorded)}\``);
  says(
    `Remove the word \`no\`, and the digest begins with \`${sha256(recorded.replace('no ', '')).slice(0, 8)}\``,
  );
});
