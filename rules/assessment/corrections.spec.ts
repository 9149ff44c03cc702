import { describe, expect, test } from 'vitest';
import { type Correction, type CorrectionOf, correctedMark, sumOf } from './corrections';

const asked = (answer: string[] | null, scores: Record<string, number | null> = {}, hints = 0) => ({
  blockId: 'q',
  answer,
  hints,
  score: (editionId: string | null) => scores[editionId ?? 'own'] ?? null,
});
const by = (...corrections: Correction[]): CorrectionOf[] =>
  corrections.map((correction) => ({ blockId: 'q', fromEdition: 2, throughEdition: 3, correction }));
const earned = (...of: Parameters<typeof correctedMark>) => correctedMark(...of).earned;

describe('a question that was put right', () => {
  test('without a correction earns what its key says, and nothing where it cannot be read or was left out', () => {
    expect(earned(asked(['b'], { own: 0.333_333_3 }), [], 1)).toBe(333_333);
    expect(earned(asked(['zz']), [], 1)).toBe(0);
    expect(earned(asked(null, { own: 1 }), [], 1)).toBe(0);
  });

  test('and left out counts for nobody, whatever else was corrected', () => {
    expect(earned(asked(['b'], { own: 1 }), by({ do: 'full-marks' }, { do: 'leave-out' }), 2)).toBeNull();
  });

  test('gives everybody full marks, also who did not answer', () => {
    expect(earned(asked(null), by({ do: 'full-marks' }), 2)).toBe(1_000_000);
  });

  test('takes another answer for right as well, exactly as it was given', () => {
    const also = by({ do: 'also-right', answers: [['a', 'b'], ['c']] });
    expect(earned(asked(['a', 'b']), also, 2)).toBe(1_000_000);
    expect(earned(asked(['c'], { own: 0.5 }), also, 2)).toBe(1_000_000);
    expect(earned(asked(['b', 'a'], { own: 0.5 }), also, 2)).toBe(500_000);
    expect(earned(asked(['a']), also, 2)).toBe(0);
  });

  test('is marked with the newest of later keys, and with its own where that cannot read the answer', () => {
    const keys = by({ do: 'mark-as', editionId: 'two' }, { do: 'mark-as', editionId: 'three' });
    expect(earned(asked(['b'], { own: 1, two: 1, three: 0 }), keys, 2)).toBe(0);
    expect(earned(asked(['b'], { own: 1, two: 0, three: null }), keys, 2)).toBe(1_000_000);
  });

  test('keeps what hints took, but where everybody has full marks', () => {
    const right = asked(['b'], { own: 1, two: 0.5 }, 20);
    expect(correctedMark(right, [], 2)).toEqual({ blockId: 'q', marked: 1_000_000, earned: 800_000 });
    expect(earned(right, by({ do: 'mark-as', editionId: 'two' }), 2)).toBe(300_000);
    expect(earned(asked(['b'], {}, 20), by({ do: 'also-right', answers: [['b']] }), 2)).toBe(800_000);
    expect(earned(right, by({ do: 'full-marks' }), 2)).toBe(1_000_000);
    expect(earned(right, by({ do: 'leave-out' }), 2)).toBeNull();
    expect(earned(asked(null, {}, 20), [], 2)).toBe(0);
  });

  test('is put right for the editions that were named, and for no other question', () => {
    const full = by({ do: 'full-marks' });
    expect([1, 2, 3, 4].map((edition) => earned(asked(['b']), full, edition))).toEqual([
      0, 1_000_000, 1_000_000, 0,
    ]);
    expect(earned({ ...asked(['b']), blockId: 'other' }, full, 2)).toBe(0);
  });
});

test('an attempt is worth one point for each question that counts', () => {
  const marks = [1_000_000, 250_000, null].map((points) => ({ blockId: 'q', earned: points }));
  expect(sumOf(marks)).toEqual({ earned: 1_250_000, possible: 2_000_000 });
});
