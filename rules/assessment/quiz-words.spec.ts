import { expect, test } from 'vitest';
import type { QuizRules } from './quiz';
import { quizRulesInWords, timeLeft } from './quiz-words';

const rules: QuizRules = { mode: 'graded', counts: 'best', pass: 70, review: 'answers' };
const words = (changes: Partial<QuizRules>, closes: string | null = null, due: string | null = null) =>
  Object.fromEntries(quizRulesInWords({ ...rules, ...changes }, 10, { due, closes }));

test('the rules of a quiz are said before it is started', () => {
  expect(words({})).toEqual({
    Questions: '10',
    Time: 'No limit',
    Attempts: 'As many as you like; the best counts',
    Passed: 'From 70 % on',
    'Afterwards you see': 'what was said of each answer',
  });
  expect(words({ draw: 10, minutes: 90, attempts: 2, counts: 'latest', review: 'score' }, 'Fri')).toEqual({
    Questions: '10, drawn anew for each attempt',
    Time: '1 h 30 min, from the moment you start',
    Attempts: '2 attempts; the latest counts',
    Passed: 'From 70 % on',
    'Afterwards you see': 'the result alone',
    Closes: 'Fri',
  });
});

test('of a single attempt nothing is said of which one counts, and practice has no pass mark', () => {
  expect(words({ attempts: 1, mode: 'practice' })).toMatchObject({
    Attempts: '1 attempt',
    Passed: 'For practice: handing in is enough',
  });
});

test('when a result is shown, until when it is in time and what being late takes is said as well', () => {
  expect(words({ hints: 'on', confidence: true })).toMatchObject({
    Hints: 'Some questions have them; what each costs is said before you take it',
    'How sure you are': 'You may say it with each answer; it changes no points',
  });
  expect(words({ hints: 'off' })).toMatchObject({ Hints: 'None are given in this quiz' });
  expect(words({ release: 'by-hand' })).toMatchObject({ Result: 'shown once it is released, not at once' });
  expect(words({ anonymous: true })).toMatchObject({ Graders: expect.stringContaining('no name') });
  expect(words({ anonymous: false })).not.toHaveProperty('Graders');
  expect(words({ turnaround: 1 })).toMatchObject({ Back: 'within 1 day: a grader marks what you write' });
  expect(words({ turnaround: 7 })).toMatchObject({ Back: expect.stringContaining('7 days') });
  expect(words({})).not.toHaveProperty('Back');
  expect(words({ release: 'at-once' })).not.toHaveProperty('Result');
  expect(words({}, null, 'Fri')).toMatchObject({ Due: 'Fri' });
  expect(words({ late: { perDay: 10, floor: 50 } }, null, 'Fri')).toMatchObject({
    Due: 'Fri. Each day late, begun days included, takes 10 % of what was earned; 50 % of it always stay.',
  });
  expect(words({ late: { perDay: 10, floor: 0 } }, null, 'Fri')).toMatchObject({
    Due: 'Fri. Each day late, begun days included, takes 10 % of what was earned.',
  });
});

test.each([
  [0, '0:00'],
  [-5_000, '0:00'],
  [999, '0:01'],
  [65_000, '1:05'],
  [1_145_000, '19:05'],
  [3_849_000, '1:04:09'],
])('%i ms are shown as %s', (left, shown) => {
  expect(timeLeft(left)).toBe(shown);
});
