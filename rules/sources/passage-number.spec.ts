import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countOf, freeLetter, highestCount, letterOf, nextNumbers } from './passage-number';

describe('the number of a passage', () => {
  test('is a letter and a count', () => {
    expect([letterOf('B12'), countOf('B12')]).toEqual(['B', 12]);
  });

  test('takes the first letter nobody has: D is taken by the directives of passages.yaml', () => {
    expect(freeLetter([])).toBe('A');
    expect(freeLetter(['A1', 'B7', 'C2', 'D4'])).toBe('E');
    expect(freeLetter(['D1'])).toBe('A');
  });

  test('has no letter left after 26 documents', () => {
    expect(
      freeLetter(Array.from({ length: 26 }, (_, index) => `${String.fromCharCode(65 + index)}1`)),
    ).toBeNull();
  });

  test('counts on after the highest ever given, of its own letter only', () => {
    expect(highestCount('A', ['A2', 'B9', 'A10'])).toBe(10);
    expect(highestCount('C', ['A2'])).toBe(0);
    expect(nextNumbers('A', ['A2', 'B9', 'A10'], 2)).toEqual(['A11', 'A12']);
    expect(nextNumbers('A', [], 1)).toEqual(['A1']);
  });

  test('ends at 999', () => {
    expect(nextNumbers('A', ['A998'], 1)).toEqual(['A999']);
    expect(nextNumbers('A', ['A998'], 2)).toBeNull();
  });

  test('is never given twice, whatever is deleted in between', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ add: fc.integer({ min: 0, max: 9 }), drop: fc.nat() })), (steps) => {
        const given: string[] = [];
        let present: string[] = [];
        for (const { add, drop } of steps) {
          const highest = given.at(-1);
          const fresh = nextNumbers('A', [...present, ...(highest ? [highest] : [])], add) ?? [];
          given.push(...fresh);
          present = [...present, ...fresh].filter((_, index) => index !== drop);
        }
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });
});
