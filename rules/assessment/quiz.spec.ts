import { describe, expect, test } from 'vitest';
import {
  attemptsLeft,
  countingAttempt,
  dueTime,
  isPassed,
  mayStart,
  percentOf,
  type QuizRules,
  releasedAtOnce,
  reviewOf,
} from './quiz';

const rules = (changes: Partial<QuizRules> = {}): QuizRules => ({
  mode: 'graded',
  counts: 'best',
  pass: 70,
  review: 'answers',
  ...changes,
});
const handedIn = (earned: number, possible = 1_000_000) => ({ submitted: true, earned, possible });
const open = { submitted: false, earned: 0, possible: 0 };

describe('an attempt can be started', () => {
  test.each<[string, Partial<QuizRules>, (typeof open)[], boolean, string | null]>([
    ['as often as one likes where nothing else is said', {}, [handedIn(0), handedIn(0)], false, null],
    ['while some are left', { attempts: 2 }, [handedIn(0)], false, null],
    ['and not when all were taken', { attempts: 2 }, [handedIn(0), handedIn(0)], false, 'no-attempts-left'],
    ['and not while another is under way', { attempts: 2 }, [open], false, 'attempt-open'],
    ['and not after it has closed', {}, [], true, 'quiz-closed'],
  ])('%s', (_when, changes, attempts, closed, refusal) => {
    expect(mayStart(rules(changes), attempts, closed)).toBe(refusal);
  });

  test('and how many are left is told', () => {
    expect(attemptsLeft(rules(), 5)).toBeNull();
    expect(attemptsLeft(rules({ attempts: 3 }), 1)).toBe(2);
    expect(attemptsLeft(rules({ attempts: 3 }), 4)).toBe(0);
  });
});

test('an attempt is over after its minutes or when the quiz closes, whichever comes first', () => {
  const start = new Date('2026-12-01T09:00:00Z');
  const at = (time: string) => new Date(`2026-12-01T${time}:00Z`);
  expect(dueTime(rules(), start, null)).toBeNull();
  expect(dueTime(rules({ minutes: 20 }), start, null)).toEqual(at('09:20'));
  expect(dueTime(rules({ minutes: 20 }), start, at('09:10'))).toEqual(at('09:10'));
  expect(dueTime(rules({ minutes: 20 }), start, at('10:00'))).toEqual(at('09:20'));
  expect(dueTime(rules(), start, at('10:00'))).toEqual(at('10:00'));
});

describe('a result', () => {
  test('is passed exactly from the pass mark on', () => {
    expect(isPassed(rules(), handedIn(7, 10))).toBe(true);
    expect(isPassed(rules(), handedIn(6_999_999, 10_000_000))).toBe(false);
    expect(isPassed(rules({ pass: 0 }), handedIn(0, 0))).toBe(false);
  });

  test('in percent is never rounded up', () => {
    expect(percentOf(handedIn(2, 3))).toBe(66.66);
    expect(percentOf(handedIn(6_999_999, 10_000_000))).toBe(69.99);
    expect(percentOf(handedIn(3, 3))).toBe(100);
    expect(percentOf(handedIn(0, 0))).toBe(0);
  });

  test.each<[QuizRules['counts'], number]>([
    ['best', 1],
    ['latest', 3],
    ['first', 0],
  ])('counts by the rule: %s', (counts, index) => {
    const attempts = [handedIn(3, 10), handedIn(8, 10), handedIn(16, 20), handedIn(5, 10), open];
    expect(countingAttempt(rules({ counts }), attempts)).toBe(index);
    expect(countingAttempt(rules({ counts }), [open])).toBe(-1);
    expect(countingAttempt(rules({ counts }), [handedIn(0, 0)])).toBe(0);
  });

  test.each<[QuizRules['counts'], number, number]>([
    ['best', 1, 0],
    ['latest', 1, 0],
    ['first', -1, 0],
  ])('that waits for a grader is not the one that counts: %s', (counts, first, last) => {
    const waits = { ...handedIn(0, 0), waits: true };
    expect(countingAttempt(rules({ counts }), [waits, handedIn(5, 10)])).toBe(first);
    expect(countingAttempt(rules({ counts }), [handedIn(5, 10), waits])).toBe(last);
    expect(countingAttempt(rules({ counts }), [waits])).toBe(-1);
  });
});

type Standing = { taken: number; underWay: boolean; passed: boolean; closed: boolean };

test.each<[Partial<QuizRules>, Standing, string]>([
  [{ review: 'answers' }, { taken: 1, underWay: false, passed: false, closed: false }, 'answers'],
  [{ review: 'marks', attempts: 1 }, { taken: 1, underWay: false, passed: true, closed: true }, 'marks'],
  [{ review: 'score' }, { taken: 9, underWay: false, passed: true, closed: false }, 'score'],
  [
    { review: 'answers-after-last', attempts: 2 },
    { taken: 1, underWay: false, passed: false, closed: false },
    'marks',
  ],
  [
    { review: 'answers-after-last', attempts: 2 },
    { taken: 2, underWay: false, passed: false, closed: false },
    'answers',
  ],
  [
    { review: 'answers-after-last', attempts: 2 },
    { taken: 1, underWay: false, passed: true, closed: false },
    'answers',
  ],
  [{ review: 'answers-after-last' }, { taken: 9, underWay: false, passed: false, closed: false }, 'marks'],
  [{ review: 'answers-after-last' }, { taken: 9, underWay: false, passed: false, closed: true }, 'answers'],
  [
    { review: 'answers-after-last', attempts: 2 },
    { taken: 2, underWay: true, passed: false, closed: false },
    'marks',
  ],
  [{ review: 'answers-after-last' }, { taken: 2, underWay: true, passed: true, closed: false }, 'marks'],
])('with %j and %j one sees the %s', (changes, standing, seen) => {
  expect(reviewOf(rules(changes), standing)).toBe(seen);
});

test('a result is shown at once, but of a graded quiz whose results are released by hand', () => {
  expect(releasedAtOnce(rules())).toBe(true);
  expect(releasedAtOnce(rules({ release: 'at-once' }))).toBe(true);
  expect(releasedAtOnce(rules({ release: 'by-hand' }))).toBe(false);
  expect(releasedAtOnce(rules({ mode: 'practice', release: 'by-hand' }))).toBe(true);
});
