import { describe, expect, test } from 'vitest';
import { zerosWith } from './block';
import { nonceSearch } from './search';

describe('the search for a nonce', () => {
  test('finds the first number that fits, as it stands in the example of the lab', () => {
    expect(nonceSearch('v1|bread|', 4)(0, 100)).toBe(21);
    expect(nonceSearch('v1|bread|', 6)(0, 100)).toBe(58);
    expect(zerosWith('v1|bread|', '58')).toBe(7);
  });

  test('says so where none of the numbers fits, and goes on from where it stopped', () => {
    const search = nonceSearch('v1|bread|', 8);
    expect(search(0, 146)).toBe(null);
    expect(search(146, 1)).toBe(146);
  });

  test('looks at whole bits, and finds what the check accepts', () => {
    const head = `v1|${'ab'.repeat(60)}|`;
    for (const bits of [1, 5, 9, 11]) {
      const found = nonceSearch(head, bits)(0, 100_000);
      expect(zerosWith(head, String(found))).toBeGreaterThanOrEqual(bits);
      for (let nonce = 0; nonce < Number(found); nonce += 1)
        expect(zerosWith(head, String(nonce))).toBeLessThan(bits);
    }
  });
});
