import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawsFrom } from './seeded';

const seed = Uint8Array.from({ length: 32 }, (_, at) => at);
const some = (purpose: string, of = seed) => {
  const { below, hex } = drawsFrom(of, purpose);
  return [below(1000), below(2 ** 32), hex(5)];
};

describe('what is drawn from a seed', () => {
  test('is the same for ever: these were drawn when the first lab was made', () => {
    expect(some('fingerprint')).toMatchInlineSnapshot(`
      [
        618,
        221719044,
        "4203b18b19",
      ]
    `);
  });

  test('is another for another seed or purpose', () => {
    expect(some('a')).toEqual(some('a'));
    expect(some('b')).not.toEqual(some('a'));
    expect(
      some(
        'a',
        seed.map((byte) => byte ^ 1),
      ),
    ).not.toEqual(some('a'));
  });

  test('is below its bound, and reaches all below a small one', () => {
    const { below } = drawsFrom(seed, 'bounds');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 }), (bound) => {
        const value = below(bound);
        expect(Number.isInteger(value) && value >= 0 && value < bound).toBe(true);
      }),
    );
    expect(new Set(Array.from({ length: 400 }, () => below(7))).size).toBe(7);
  });

  test('in another order is all of it', () => {
    const { shuffled, pick } = drawsFrom(seed, 'order');
    const values = Array.from({ length: 20 }, (_, at) => at);
    expect(shuffled(values).sort((a, b) => a - b)).toEqual(values);
    expect(shuffled(values)).not.toEqual(values);
    expect(values).toContain(pick(values));
  });
});
