import { describe, expect, test } from 'vitest';
import {
  type Calibration,
  calibrationInWords,
  calibrationOf,
  confidences,
  confidenceWords,
} from './confidence';

test('how sure somebody was stands beside how right they were, the surest first', () => {
  const given = [
    { confidence: 'sure', right: true },
    { confidence: 'guessing', right: true },
    { confidence: 'sure', right: false },
    { confidence: null, right: true },
  ] as const;
  expect(calibrationOf(given)).toEqual([
    { confidence: 'sure', answers: 2, right: 1 },
    { confidence: 'guessing', answers: 1, right: 1 },
  ]);
  expect(calibrationOf([])).toEqual([]);
  expect(confidences.map((one) => confidenceWords[one])).toEqual([
    'I am guessing',
    'I am not sure',
    'I am sure',
  ]);
});

describe('what is worth a thought', () => {
  const words = (sure: [number, number] | null, guessing: [number, number] | null) => {
    const row = (confidence: 'sure' | 'guessing', pair: [number, number] | null): Calibration =>
      pair ? [{ confidence, answers: pair[0], right: pair[1] }] : [];
    return calibrationInWords([...row('sure', sure), ...row('guessing', guessing)]);
  };

  test('is first of all what somebody was sure of and had wrong', () => {
    expect(words([5, 4], [2, 2])).toBe(
      'Of one answer you were sure, and it was wrong: look at that one first.',
    );
    expect(words([5, 2], null)).toContain('Of 3 answers');
  });

  test('then that most guesses were right, then that the sure ones were', () => {
    expect(words([5, 5], [3, 2])).toContain('You knew more than you thought');
    expect(words([5, 5], [2, 1])).toBe('Where you were sure, you were right.');
    expect(words([5, 5], null)).toBe('Where you were sure, you were right.');
  });

  test('and nothing where nobody was sure and guesses were guesses', () => {
    expect(words(null, [4, 1])).toBeNull();
    expect(words(null, null)).toBeNull();
  });
});
