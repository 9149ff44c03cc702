import { createHash } from 'node:crypto';
import { test } from 'vitest';
import { lesson } from './lesson';

const { says } = lesson('evidence-in-court');

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

test('a true capture and a forged one both have their digest on the chain', () => {
  const page = ['2026-03-02 09:30|', 'shop.example/17|'];
  const prices = ['price 80', 'price 60'];
  for (const part of [...page, ...prices]) says(`"${part}"`);
  const captures = prices.map((price) => page.join('') + price);
  const chain = captures.map(digest);
  const found = captures.map(
    (one) => `${digest(one).slice(0, 8)} ${chain.includes(digest(one)) ? 'True' : 'False'}\n`,
  );
  says(`\n${found.join('')}`);
});
