import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf, leastPairs, type MarkedTwice, type Pair, strictnessOf } from './agreement';

const times = (count: number, pair: Pair): Pair[] => Array.from({ length: count }, () => pair);
const pair = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));

describe('the agreement of two graders', () => {
  test('of nothing is nothing', () => {
    expect(agreementOf([])).toEqual({ pairs: 0, exact: null, difference: null, kappa: null });
  });

  test('has no kappa of too few, and none where all gave one level', () => {
    expect(agreementOf(times(leastPairs - 1, [0, 4])).kappa).toBeNull();
    expect(agreementOf(times(leastPairs, [2, 2])).kappa).toBeNull();
  });

  test('is 1 where they always agree, and below nothing where they are always opposite', () => {
    expect(agreementOf([...times(5, [0, 0]), ...times(5, [4, 4])])).toEqual({
      pairs: 10,
      exact: 100,
      difference: 0,
      kappa: 1,
    });
    expect(agreementOf([...times(5, [0, 4]), ...times(5, [4, 0])])).toMatchObject({
      exact: 0,
      difference: 4,
      kappa: -1,
    });
  });

  test('is about nothing by chance, and a hand-worked figure', () => {
    const chance = [...times(3, [0, 0]), ...times(3, [0, 1]), ...times(3, [1, 0]), ...times(3, [1, 1])];
    expect(agreementOf(chance).kappa).toBeCloseTo(0);
    // 8 of 10 agree, both levels equally often: 1 - 0.2 / 0.5.
    const most: Pair[] = [...times(4, [0, 0]), ...times(4, [1, 1]), [0, 1], [1, 0]];
    expect(agreementOf(most)).toMatchObject({ exact: 80, difference: 0.2 });
    expect(agreementOf(most).kappa).toBeCloseTo(0.6);
  });

  test('is the same whoever was first, and never above 1 or below -1', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 10, maxLength: 40 }), (pairs) => {
        const here = agreementOf(pairs);
        const turned = agreementOf(pairs.map(([a, b], at) => (at % 2 ? [a, b] : [b, a])));
        expect(turned.exact).toBe(here.exact);
        expect(turned.kappa ?? 9).toBeCloseTo(here.kappa ?? 9);
        expect(here.kappa ?? 0).toBeLessThanOrEqual(1);
        expect(here.kappa ?? 0).toBeGreaterThanOrEqual(-1 - 1e-9);
      }),
    );
  });
});

describe('who is stricter', () => {
  const work = (a: string, b: string, x: number, y: number): MarkedTwice => ({
    graders: [a, b],
    percents: [x, y],
  });

  test('is who gives less than those who graded the same, strictest first', () => {
    const works = Array.from({ length: 5 }, () => work('mild', 'strict', 80, 70));
    expect(strictnessOf(works)).toEqual([
      { grader: 'strict', works: 5, against: -10 },
      { grader: 'mild', works: 5, against: 10 },
    ]);
  });

  test('is not said of too few, who stand last', () => {
    const works = [
      ...Array.from({ length: 4 }, () => work('a', 'b', 50, 60)),
      work('a', 'c', 50, 60),
      work('d', 'e', 1, 2),
    ];
    const found = strictnessOf(works);
    expect(found[0]).toEqual({ grader: 'a', works: 5, against: -10 });
    expect(found.slice(1).every(({ against }) => against === null)).toBe(true);
  });
});
