import { expect, test } from 'vitest';
import type { WorkRules } from '../work/work';
import {
  accommodated,
  accommodatedWork,
  accommodationInWords,
  agreedForWork,
  agreedInWords,
} from './accommodations';
import type { QuizRules } from './quiz';

const rules: QuizRules = {
  mode: 'graded',
  counts: 'best',
  pass: 70,
  review: 'answers',
  minutes: 45,
  attempts: 2,
  due: '2026-03-28 09:00',
  closes: '2026-12-30 18:00',
};
const given = { timePercent: 150, extraAttempts: 1, extraDays: 3 };

test('somebody has more time, more attempts and more days; minutes are rounded up, clocks show the same', () => {
  expect(accommodated(rules, given)).toEqual({
    ...rules,
    minutes: 68,
    attempts: 3,
    due: '2026-03-31 09:00',
    closes: '2027-01-02 18:00',
  });
});

test('what has no limit gets none, and without an agreement the rules are as they are', () => {
  const { minutes: _minutes, attempts: _attempts, due: _due, closes: _closes, ...free } = rules;
  expect(accommodated(free, given)).toEqual(free);
  expect(accommodated(rules, null)).toBe(rules);
});

test('what was agreed is said, as far as it changes something', () => {
  expect(agreedInWords(rules, given)).toBe(
    '68 minutes instead of 45, 3 attempts instead of 2, 3 days longer',
  );
  expect(agreedInWords(rules, { timePercent: 100, extraAttempts: 0, extraDays: 1 })).toBe('1 day longer');
  expect(agreedInWords(rules, { timePercent: 100, extraAttempts: 0, extraDays: 0 })).toBe('');
  expect(agreedInWords(rules, null)).toBe('');
});

test('staff read what was agreed, whatever a quiz makes of it', () => {
  expect(accommodationInWords(given)).toBe('150 % of the time, 1 more attempt, 3 more days');
  expect(accommodationInWords({ timePercent: 100, extraAttempts: 2, extraDays: 0 })).toBe('2 more attempts');
  expect(accommodationInWords({ timePercent: 125, extraAttempts: 0, extraDays: 1 })).toBe(
    '125 % of the time, 1 more day',
  );
});

test('written work is due and closes later, and nothing else of it changes', () => {
  const work: WorkRules = {
    form: 'text',
    words: { least: 1, most: 2 },
    turnaround: 7,
    anonymous: false,
    revisions: 0,
    rubric: [],
  };
  const timed = { ...work, due: '2026-03-28 09:00', closes: '2026-12-30 18:00' };
  expect(accommodatedWork(timed, given)).toEqual({
    ...timed,
    due: '2026-03-31 09:00',
    closes: '2027-01-02 18:00',
  });
  expect(accommodatedWork(work, given)).toEqual(work);
  expect(accommodatedWork(timed, null)).toEqual(timed);
  expect(agreedForWork(timed, given)).toBe('3 days longer');
  expect(agreedForWork({ ...work, closes: timed.closes }, { ...given, extraDays: 1 })).toBe('1 day longer');
  expect(agreedForWork(work, given)).toBe('');
  expect(agreedForWork(timed, { ...given, extraDays: 0 })).toBe('');
  expect(agreedForWork(timed, null)).toBe('');
});
