import { createHash } from 'node:crypto';
import { test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('hash-chain');

const records = [
  'Farm: batch 7, 400 kg picked',
  'Truck: batch 7, 400 kg loaded',
  'Lab: batch 7, residue test passed',
  'Shop: batch 7, 398 kg received',
];

function chain(texts: readonly string[]): string[] {
  let before = '0'.repeat(64);
  return texts.map((text, n) => {
    before = createHash('sha256').update(`${n}|${before}|${text}`).digest('hex');
    return before;
  });
}

const book = chain(records);
const edited = chain(records.map((text) => text.replace('400 kg loaded', '900 kg loaded')));

test('the four digests that the program prints', () => {
  for (const text of records) says(`"${text}"`);
  says(`\`\`\`text\n${book.join('\n')}\n\`\`\``);
});

test('which digests change when a record is edited, and the head of the chain that is computed anew', () => {
  for (const [n, digest] of book.entries()) {
    const again = edited[n] ?? '';
    const result = again === digest ? 'same   ' : 'differs';
    says(`| ${n}      | \`${digest.slice(0, 8)}...\` | \`${again.slice(0, 8)}...\` | ${result} |`);
  }
  says(`a flawless chain, ending in \`${edited.at(-1)?.slice(0, 8)}...\``);
});
