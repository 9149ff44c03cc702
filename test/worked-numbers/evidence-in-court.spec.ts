import { createHash } from 'node:crypto';
import { test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('evidence-in-court');

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

test('a true capture and a forged one both have their digest on the chain', () => {
  const page = '2026-03-02 09:30|shop.example/17';
  const captures = [`${page}|price 80`, `${page}|price 60`];
  const chain = captures.map(digest);
  for (const capture of captures) says(`"${capture}"`);
  says(
    `\n${chain.map((one) => one.slice(0, 8)).join(' ')}\n${captures.map((one) => (chain.includes(digest(one)) ? 'True' : 'False')).join(' ')}\n`,
  );
});
