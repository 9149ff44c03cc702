import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  added,
  discrimination,
  facility,
  fewestForDiscrimination,
  type Moments,
  momentsOf,
  noMoments,
  suspicionOf,
  worstFirst,
} from './statistics';

type Pair = [x: number, rest: number];
const over = (pairs: readonly Pair[]): Moments =>
  pairs.reduce((sum, [x, rest]) => added(sum, momentsOf(x, rest, false)), noMoments);
const share = fc.integer({ min: 0, max: 12 }).map((twelfths) => twelfths / 12);
const pairs = fc.array(fc.tuple(share, share), { minLength: 20, maxLength: 80 });
const times = (count: number, ...some: Pair[]): Pair[] => Array.from({ length: count }, () => some).flat();

/** The correlation as a textbook has it, in two passes. */
function textbook(all: readonly Pair[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(all.map(([x]) => x)), mean(all.map(([, y]) => y))];
  const sum = (of: (pair: Pair) => number) => all.reduce((total, pair) => total + of(pair), 0);
  return (
    sum(([x, y]) => (x - mx) * (y - my)) /
    Math.sqrt(sum(([x]) => (x - mx) ** 2) * sum(([, y]) => (y - my) ** 2))
  );
}

describe('how easy a question is', () => {
  test('is the mean of what it earned; unanswered is nothing earned; unknown while nobody was asked', () => {
    expect(facility(noMoments)).toBeNull();
    const asked = [momentsOf(1, null, false), momentsOf(0.5, null, false), momentsOf(0, null, true)];
    const all = asked.reduce(added, noMoments);
    expect([facility(all), all.blank, all.paired]).toEqual([0.5, 1, 0]);
  });

  test('lies from 0 to 1, and is the same however attempts are grouped', () => {
    fc.assert(
      fc.property(pairs, fc.nat(80), (all, cut) => {
        const whole = facility(over(all)) ?? -1;
        expect(whole).toBeGreaterThanOrEqual(0);
        expect(whole).toBeLessThanOrEqual(1);
        expect(facility(added(over(all.slice(0, cut)), over(all.slice(cut))))).toBeCloseTo(whole, 9);
      }),
    );
  });
});

describe('whether it tells strong from weak', () => {
  test('is the correlation with the rest, from -1 to 1, or a word where there is none', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const r = discrimination(over(all));
        if (r === 'same') {
          const [xs, ys] = [new Set(all.map(([x]) => x)), new Set(all.map(([, y]) => y))];
          expect(Math.min(xs.size, ys.size)).toBe(1);
        } else expect(r).toBeCloseTo(textbook(all), 6);
      }),
    );
  });

  test('does not depend on who is first, on which of both is called what, and turns round with the marks', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const r = discrimination(over(all));
        const turned = discrimination(over(all.map(([x, rest]): Pair => [1 - x, rest])));
        const swapped = discrimination(over(all.toReversed().map(([x, rest]): Pair => [rest, x])));
        if (typeof r !== 'number') expect([turned, swapped]).toEqual([r, r]);
        else {
          expect(turned).toBeCloseTo(-r, 6);
          expect(swapped).toBeCloseTo(r, 6);
        }
      }),
    );
  });

  test('is said from a stated number of attempts on, and not where nothing else was asked', () => {
    const some = times(fewestForDiscrimination / 2, [1, 1], [0, 0]);
    expect(discrimination(over(some))).toBe(1);
    expect(discrimination(over(some.slice(1)))).toBe('few');
    expect(discrimination(over(times(20, [1, 0.5])))).toBe('same');
    expect(discrimination(over(times(10, [1, 1 / 3], [0, 1 / 3])))).toBe('same');
    const alone = Array.from({ length: 30 }, () => momentsOf(1, null, false)).reduce(added, noMoments);
    expect(discrimination(alone)).toBe('few');
  });
});

describe('a question is suspicious', () => {
  const right = { right: true, strong: 2 };

  test('when the strongest gave one wrong answer more often than the right ones', () => {
    const uses = [right, { right: false, strong: 1 }, { right: false, strong: 3 }];
    expect(suspicionOf(noMoments, uses, 6)).toEqual({
      why: 'wrong-preferred',
      at: 2,
      wrong: 3,
      right: 2,
      strong: 6,
    });
    expect(suspicionOf(noMoments, [right, right, { right: false, strong: 4 }], 8)).toBeNull();
    // Wrong answers that have nothing in common are no sign.
    expect(suspicionOf(noMoments, [right, ...Array(9).fill({ right: false, strong: 1 })], 11)).toBeNull();
    expect(suspicionOf(noMoments, [{ right: false, strong: 1 }], 1)).toBeNull();
    expect(suspicionOf(noMoments, [], 0)).toBeNull();
  });

  test('when those who do well otherwise do badly here', () => {
    expect(suspicionOf(over(times(10, [0, 1], [1, 0])), [], 5)).toEqual({ why: 'against', r: -1 });
    expect(suspicionOf(over(times(10, [1, 1], [0, 0])), [], 5)).toBeNull();
  });

  test('and stands first; after it the hardest, and last what nobody was asked', () => {
    const of = (name: string, ease: number | null, odd = false) => ({
      name,
      facility: ease,
      suspicion: odd ? ({ why: 'against', r: -0.5 } as const) : null,
    });
    const all = [
      of('new', null),
      of('easy', 0.9),
      of('odd', 0.8, true),
      of('hard', 0.1),
      of('odder', 0.2, true),
    ];
    expect(worstFirst(all).map(({ name }) => name)).toEqual(['odder', 'odd', 'hard', 'easy', 'new']);
  });
});
