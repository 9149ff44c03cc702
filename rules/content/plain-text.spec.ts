import { expect, test } from 'vitest';
import { plainText } from './plain-text';

test('words stay; marks, citations, anchors and addresses go', () => {
  const written =
    '## A :term[hash function]{ref=hash} for :zh[话语权] {#a}\n**Bold**, _plain_ snake_case :cite[fips-180-4]. [A\nlink](other#b) `x`';
  expect(plainText(written)).toBe('A hash function for 话语权\nBold, plain snake_case. A\nlink x');
});
