import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DrawGroup, drawn, drawnFromGroups, optionsInOrder, shortGroup } from './draw';

const seed = fc.stringMatching(/^[0-9a-f]{32}$/);

/** Seeds that are alike in nothing, one for each number. */
const seedAt = (at: number) =>
  (at * 2_654_435_761 + 12_345).toString(16).padStart(16, '0').repeat(2).slice(0, 32);

describe('questions are drawn', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 40 });

  test('so many as are wanted, each once, and the same from the same seed', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 40 }), seed, (all, count, from) => {
        const one = drawn(all, count, from);
        expect(one).toHaveLength(Math.min(count, all.length));
        expect(new Set(one).size).toBe(one.length);
        for (const id of one) expect(all).toContain(id);
        expect(drawn(all, count, from)).toEqual(one);
      }),
    );
  });

  test('each as often as any other', () => {
    const all = ['a', 'b', 'c', 'd', 'e'];
    const times = new Map(all.map((id) => [id, 0]));
    for (let at = 0; at < 5_000; at += 1) {
      for (const id of drawn(all, 2, seedAt(at))) times.set(id, (times.get(id) ?? 0) + 1);
    }
    for (const [, count] of times) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  });

  test('from a seed that is too short or zero as well', () => {
    expect(drawn(['a', 'b'], 2, '').sort()).toEqual(['a', 'b']);
    expect(drawn(['a', 'b'], 2, '0'.repeat(32)).sort()).toEqual(['a', 'b']);
  });
});

describe('questions are drawn from groups', () => {
  const pool = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const group = fc.record({ ids: fc.subarray(pool), count: fc.integer({ min: 1, max: 5 }) });
  const groups = fc.array(group, { maxLength: 4 });

  test('as many as each asks for, none twice, whenever the groups are enough', () => {
    let enough = 0;
    fc.assert(
      fc.property(groups, seed, (all, from) => {
        const one = drawnFromGroups(all, from);
        expect(new Set(one).size).toBe(one.length);
        expect(drawnFromGroups(all, from)).toEqual(one);
        if (shortGroup(all)) return;
        enough += 1;
        expect(one).toHaveLength(all.reduce((sum, { count }) => sum + count, 0));
        for (const { ids, count } of all)
          expect(one.filter((id) => ids.includes(id)).length).toBeGreaterThanOrEqual(count);
      }),
    );
    expect(enough).toBeGreaterThan(0);
  });

  test('and mixed, so that no group is asked before another', () => {
    const two: DrawGroup[] = [
      { ids: ['a', 'b'], count: 2 },
      { ids: ['c', 'd'], count: 2 },
    ];
    const first = new Set<string | undefined>();
    for (let at = 0; at < 100; at += 1) first.add(drawnFromGroups(two, seedAt(at))[0]);
    expect([...first].sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a group that may run short is named, with what is left for it', () => {
    const all = (count: number): DrawGroup => ({ ids: ['a', 'b', 'c'], count });
    expect(shortGroup([])).toBeNull();
    expect(shortGroup([all(3)])).toBeNull();
    expect(shortGroup([all(4)])).toEqual({ group: 0, left: 3 });
    expect(shortGroup([all(2), all(1)])).toBeNull();
    expect(shortGroup([all(2), { ids: ['c', 'd', 'e'], count: 3 }])).toEqual({ group: 1, left: 2 });
    expect(shortGroup([all(3), all(3), all(1)])).toEqual({ group: 1, left: 0 });
    expect(shortGroup([{ ids: ['a', 'a'], count: 2 }])).toEqual({ group: 0, left: 1 });
  });
});

describe('options in the order of an attempt', () => {
  const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, html: `Option ${id}` }));

  test('are all there, and always the same from the same seed', () => {
    fc.assert(
      fc.property(seed, fc.string(), (from, block) => {
        const shown = optionsInOrder(options, block, from);
        expect([...shown].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(options);
        expect(optionsInOrder(options, block, from)).toEqual(shown);
      }),
    );
  });

  test('stand in each place about as often, in each question by itself', () => {
    const first = new Map<string, number>();
    let alike = 0;
    for (let at = 0; at < 2_000; at += 1) {
      const [one, other] = ['q-1', 'q-2'].map((block) => optionsInOrder(options, block, seedAt(at)));
      first.set(one?.[0]?.id ?? '', (first.get(one?.[0]?.id ?? '') ?? 0) + 1);
      if (JSON.stringify(one) === JSON.stringify(other)) alike += 1;
    }
    for (const id of 'abcd') expect(Math.abs((first.get(id) ?? 0) - 500)).toBeLessThan(100);
    expect(alike).toBeLessThan(200);
  });

  test('from a seed that is too short as well', () => {
    expect(optionsInOrder(options, 'q', '')).toHaveLength(4);
  });
});
