import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterGrading, areApart, isModerated, isSecondAwaited, mayDecide } from './moderation';
import type { Criterion } from './work';

const criterion = (id: string): Criterion => ({
  id,
  title: id,
  levels: [0, 1, 2, 4].map((points) => ({ points, says: `${points}` })),
});
const rubric = [criterion('a'), criterion('b')];
const scores = fc.record({ a: fc.integer({ min: 0, max: 3 }), b: fc.integer({ min: 0, max: 3 }) });

describe('which works are graded by two', () => {
  test('is drawn by their ids: none of 0, all of 100, and of the rest about as many as the share', () => {
    const ids = Array.from({ length: 4000 }, (_, at) => `${(at * 7919).toString(16)}-${at}`);
    for (const share of [10, 20, 50]) {
      const drawn = ids.filter((id) => isModerated(id, { share, apart: 10 })).length / 40;
      expect(Math.abs(drawn - share)).toBeLessThan(3);
    }
    expect(ids.every((id) => isModerated(id, { share: 100, apart: 10 }))).toBe(true);
    expect(ids.some((id) => isModerated(id, undefined))).toBe(false);
  });

  test('is the same each time, and a larger share draws what a smaller one does', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1, max: 99 }), (id, share) => {
        const drawn = isModerated(id, { share, apart: 1 });
        expect(isModerated(id, { share, apart: 1 })).toBe(drawn);
        if (drawn) expect(isModerated(id, { share: share + 1, apart: 1 })).toBe(true);
      }),
    );
  });
});

describe('two gradings', () => {
  test('are apart by more than the threshold, and not by as much', () => {
    // 8 points in all: one level from 2 to 4 points is 25 percentage points.
    const [low, high] = [
      { a: 2, b: 0 },
      { a: 3, b: 0 },
    ];
    expect(areApart(rubric, 25, low, high)).toBe(false);
    expect(areApart(rubric, 24, low, high)).toBe(true);
  });

  test('are apart whoever is first, and nobody from themselves', () => {
    fc.assert(
      fc.property(scores, scores, fc.integer({ min: 0, max: 100 }), (one, other, apart) => {
        expect(areApart(rubric, apart, one, other)).toBe(areApart(rubric, apart, other, one));
        expect(areApart(rubric, apart, one, one)).toBe(false);
        expect(areApart(rubric, 100, one, other)).toBe(false);
      }),
    );
  });

  test('count by the first where they are near, and are decided where they are apart', () => {
    const apart = { apart: 30 };
    const [low, high] = [
      { a: 0, b: 0 },
      { a: 3, b: 0 },
    ];
    expect(afterGrading(rubric, apart, [], false)).toBe('open');
    expect(afterGrading(rubric, apart, [low], true)).toBe('open');
    expect(afterGrading(rubric, apart, [low], false)).toBe('first');
    expect(afterGrading(rubric, apart, [low, low], true)).toBe('first');
    expect(afterGrading(rubric, apart, [low, high], true)).toBe('apart');
  });
});

test.each([
  [{ others: 0, left: 9_000_000, atWork: true }, false],
  [{ others: 1, left: 9_000_000, atWork: false }, true],
  [{ others: 1, left: 3_600_000, atWork: false }, false],
  [{ others: 1, left: 3_600_001, atWork: false }, true],
  [{ others: 1, left: 1, atWork: true }, true],
  [{ others: 1, left: 0, atWork: true }, false],
])('a second grading is awaited while %o: %s', (of, awaited) => {
  expect(isSecondAwaited(of)).toBe(awaited);
});

test.each([
  [{ named: false, graded: false, others: 0 }, false],
  [{ named: true, graded: false, others: 3 }, true],
  [{ named: true, graded: true, others: 1 }, false],
  [{ named: true, graded: true, others: 0 }, true],
])('who may decide: %o is %s', (of, may) => {
  expect(mayDecide(of)).toBe(may);
});
