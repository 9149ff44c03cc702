import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keptWidths, sourceSet, widthFor } from './pictures';

describe('the widths a picture is kept in', () => {
  test.each([
    [1, [1]],
    [300, [300]],
    [480, [480]],
    [1000, [480, 960, 1000]],
    [1600, [480, 960, 1600]],
    [6000, [480, 960, 1600]],
  ])('of one %i wide are %j', (width, kept) => {
    expect(keptWidths(width)).toEqual(kept);
  });

  test('are never wider than the picture, and never none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40_000 }), (width) => {
        const kept = keptWidths(width);
        expect(kept.length).toBeGreaterThan(0);
        expect(Math.max(...kept)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('the width that is served', () => {
  test.each([
    ['is the one asked for where it is kept', 960, 2000, 960],
    ['is the next smaller one of a small picture', 1600, 1000, 1000],
    ['is its own where the picture is smaller than all', 480, 300, 300],
    ['is its own where that is asked for', 300, 300, 300],
    ['is none for a width that nobody offers', 481, 2000, null],
    ['is none for its own width where that is not kept', 2000, 2000, null],
  ])('%s', (_title, asked, width, served) => {
    expect(widthFor(asked, width)).toBe(served);
  });
});

test('the choice names every width with its address', () => {
  expect(sourceSet('/a', 1000)).toBe('/a/480 480w, /a/960 960w, /a/1000 1000w');
});
