import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSpanRight, type Span, spanAgreement, wordsOf } from './annotation';

describe('a passage', () => {
  test.each([
    ['The official stressed “trust”.', ['The ', 'official ', 'stressed ', '“trust”.']],
    ['习近平强调，要抓住', ['习', '近', '平', '强', '调，', '要', '抓', '住']],
    ['用 BSN 做 test', ['用 ', 'BSN ', '做 ', 'test']],
    ['链chain链', ['链', 'chain', '链']],
    ['  ', []],
  ])('%j is read word by word, Chinese sign by sign', (passage, words) => {
    expect(wordsOf(passage)).toEqual(words);
  });

  test('is the joined words again', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '。', '链', '“', '3', '\n') });
    fc.assert(
      fc.property(text, (passage) => {
        expect(wordsOf(passage).join('')).toBe(passage.trim());
      }),
    );
  });
});

const span = (from: number, to: number, ...labels: string[]): Span => ({ from, to, labels });
const key = [span(0, 3, 'official', 'quote'), span(6, 7, 'writer', 'gloss')];

describe('marked spans', () => {
  test('agree wholly with their key, however they are cut', () => {
    expect(spanAgreement(key, key)).toBe(1);
    const cut = [span(0, 1, 'official', 'quote'), span(2, 3, 'official', 'quote'), key[1] as Span];
    expect(spanAgreement(key, cut)).toBe(1);
  });

  test('count word by word and label by label', () => {
    // Of twelve right statements eight, and all that was said is right: 2 · 8 / (12 + 8).
    expect(spanAgreement(key, [span(0, 3, 'official', 'quote')])).toBeCloseTo(0.8);
    // All words, one of two labels wrong in the longer span.
    expect(spanAgreement(key, [span(0, 3, 'official', 'gloss'), key[1] as Span])).toBeCloseTo(16 / 24);
  });

  test('marking everything is not a way to be right, and marking nothing is nothing', () => {
    expect(spanAgreement(key, [span(0, 40, 'official', 'quote')])).toBeLessThan(0.2);
    expect(spanAgreement(key, [])).toBe(0);
    expect(spanAgreement([], [])).toBe(0);
  });

  test('a word said to be two things is not twice right', () => {
    expect(spanAgreement(key, [...key, span(0, 3, 'writer', 'quote')])).toBeLessThan(1);
  });

  test('a span is right when each of its words carries its labels', () => {
    expect(isSpanRight(key, span(1, 2, 'official', 'quote'))).toBe(true);
    expect(isSpanRight(key, span(1, 4, 'official', 'quote'))).toBe(false);
    expect(isSpanRight(key, span(1, 2, 'official', 'gloss'))).toBe(false);
  });

  test('agreement is the same both ways, from 0 to 1, and 1 only for the same statements', () => {
    const spans = fc.array(
      fc
        .tuple(fc.nat(8), fc.nat(8), fc.constantFrom('a', 'b'))
        .map(([one, other, label]) => span(Math.min(one, other), Math.max(one, other), label)),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(spans, spans, (one, other) => {
        const agreement = spanAgreement(one, other);
        expect(agreement).toBe(spanAgreement(other, one));
        expect(agreement).toBeGreaterThanOrEqual(0);
        expect(agreement).toBeLessThanOrEqual(1);
        if (one.length > 0) expect(spanAgreement(one, one)).toBe(1);
      }),
    );
  });
});
