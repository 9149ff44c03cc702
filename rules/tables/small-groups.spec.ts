import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Shown, shownParts, shownWhole, smallestGroup, standsAlone } from './small-groups';

const isSmall = (count: number) => count > 0 && count < smallestGroup;
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
const runs = { numRuns: 2000 };

/** Counts as they occur: many zeros and small groups, some larger ones. */
const count = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 4 }),
  fc.integer({ min: 5, max: 12 }),
  fc.nat(60),
);
const counts = fc.array(count, { minLength: 1, maxLength: 6 });

type ShownWhole = { total: Shown; parts: Shown[] };

/** What somebody who sees a figure can think its cells are: the least and the most of each. */
const range = (shown: Shown): [number, number] =>
  typeof shown === 'number' ? [shown, shown] : shown === 'few' ? [1, 4] : [smallestGroup, 10_000];

/** Whether a part could be `value`, whatever else is seen of the whole. */
function isPossible({ total, parts }: ShownWhole, part: number, value: number): boolean {
  const [low, high] = parts.reduce<[number, number]>(
    ([least, most], shown, index) => {
      const [from, to] = index === part ? [value, value] : range(shown);
      return [least + from, most + to];
    },
    [0, 0],
  );
  const [least, most] = range(total);
  return low <= most && high >= least;
}

describe('a whole and its parts', () => {
  test('a count of 1 to 4 is never shown, and nothing that is shown is untrue', () => {
    fc.assert(
      fc.property(counts, (real) => {
        const { total, parts } = shownWhole(real);
        for (const [shown, value] of [
          [total, sum(real)] as const,
          ...parts.map((part, i) => [part, real[i] ?? 0] as const),
        ]) {
          if (typeof shown === 'number') expect([shown, isSmall(shown)]).toEqual([value, false]);
          if (shown === 'few') expect(value).toBeLessThan(smallestGroup);
          if (shown === 'many') expect(value).toBeGreaterThanOrEqual(smallestGroup);
          if (isSmall(value)) expect(shown).toBe('few');
        }
      }),
      runs,
    );
  });

  test('no small part can be worked out: as far as anybody can tell it is anything from 1 to 4', () => {
    fc.assert(
      fc.property(counts, (real) => {
        const seen = shownWhole(real);
        if (seen.total === 'few') return;
        for (const [index, value] of real.entries()) {
          if (!isSmall(value)) continue;
          for (const other of [1, 2, 3, 4]) expect(isPossible(seen, index, other)).toBe(true);
        }
      }),
      runs,
    );
  });

  test('of a small whole every part looks the same', () => {
    fc.assert(
      fc.property(counts, (real) => {
        fc.pre(isSmall(sum(real)));
        expect(shownWhole(real)).toEqual({ total: 'few', parts: real.map(() => 'few') });
      }),
    );
  });

  test('without small parts everything is shown', () => {
    fc.assert(
      fc.property(counts, (real) => {
        fc.pre(!real.some(isSmall));
        expect(shownWhole(real)).toEqual({ total: sum(real), parts: real });
      }),
    );
  });

  test.each<[number[], ShownWhole]>([
    [[], { total: 0, parts: [] }],
    [[0, 0], { total: 0, parts: [0, 0] }],
    [[3, 0], { total: 'few', parts: ['few', 'few'] }],
    // The complement of a small part goes with it …
    [[18, 2], { total: 20, parts: ['many', 'few'] }],
    // … and the whole, where the complement alone does not help: 6 with "5 or more" leaves one.
    [[5, 1], { total: 'many', parts: ['many', 'few'] }],
    [[4, 4], { total: 'many', parts: ['few', 'few'] }],
    [[4, 1], { total: 5, parts: ['few', 'few'] }],
    // The smallest of the larger ones is enough.
    [[40, 9, 3, 0, 12], { total: 64, parts: [40, 'many', 'few', 0, 12] }],
    [[9, 9, 3], { total: 21, parts: ['many', 9, 'few'] }],
    // Several small ones may hide each other.
    [[40, 3, 2], { total: 45, parts: [40, 'few', 'few'] }],
  ])('%j', (real, shown) => {
    expect(shownWhole(real)).toEqual(shown);
  });

  test('parts of a total that has to be shown are not shown at all where nothing protects them', () => {
    expect(shownParts([5, 1])).toBeNull();
    expect(shownParts([8, 1])).toEqual(['many', 'few']);
  });
});

describe('groups beside their whole', () => {
  const groups = fc
    .integer({ min: 1, max: 4 })
    .chain((cells) =>
      fc.array(fc.array(count, { minLength: cells, maxLength: cells }), { minLength: 1, maxLength: 5 }),
    );

  test('whatever is subtracted from whatever, no small count comes out', () => {
    fc.assert(
      fc.property(groups, fc.nat(31), (real, pick) => {
        const alone = standsAlone(real);
        const told = real.filter((cells, index) => alone[index] && sum(cells) > 0);
        if (told.length === 0) return;
        const taken = real.filter((_cells, index) => alone[index] && (pick & (1 << index)) !== 0);
        for (const cell of real[0]?.keys() ?? []) {
          const at = (some: number[][]) => sum(some.map((cells) => cells[cell] ?? 0));
          expect(isSmall(at(taken))).toBe(false);
          expect(isSmall(at(real) - at(taken))).toBe(false);
        }
      }),
      runs,
    );
  });

  test.each<[string, number[][], boolean[]]>([
    [
      'groups without small cells',
      [
        [20, 10],
        [7, 5],
      ],
      [true, true],
    ],
    [
      'a small cell hides its group, and the smallest other one with it',
      [
        [20, 10],
        [50, 30],
        [7, 3],
      ],
      [false, true, false],
    ],
    [
      'two that are hidden hide each other',
      [
        [50, 30],
        [7, 3],
        [8, 4],
      ],
      [true, false, false],
    ],
    [
      'of two groups neither, when one is small',
      [
        [20, 10],
        [2, 0],
      ],
      [false, false],
    ],
    [
      'nobody is shown as nobody',
      [
        [0, 0],
        [20, 10],
      ],
      [true, true],
    ],
    ['nobody at all', [[0], [0]], [true, true]],
    ['a group without a cell has nobody in it', [[3], [7, 5]], [false, false]],
    ['no groups', [], []],
  ])('%s', (_title, real, expected) => {
    expect(standsAlone(real)).toEqual(expected);
  });
});
