import { expect, test } from 'vitest';
import { committedCount, commitWords, isRosterOutcome, outcomeWords, rosterOutcomes } from './roster';
import { isListRefusal, listRefusals } from './roster-refusals';

test('the button says what committing does', () => {
  const outcomes = { 'will-enroll': 1_234, 'will-withdraw': 2, already: 9, rejected: 3 };
  expect(commitWords(outcomes)).toBe('Enroll 1,234, withdraw 2');
  expect(commitWords({ 'will-invite': 1, 'will-change': 1 })).toBe('Invite 1, change 1');
  expect(commitWords({ already: 3 })).toBe('');
  expect(committedCount(outcomes)).toBe(1_236);
  expect(committedCount({})).toBe(0);
});

test('every outcome has its words', () => {
  for (const outcome of rosterOutcomes) expect(outcomeWords[outcome].label).toBeTruthy();
  expect(['already', 'head', null].map(isRosterOutcome)).toEqual([true, false, false]);
});

test('a refusal is one of those there are', () => {
  expect(Object.keys(listRefusals).every(isListRefusal)).toBe(true);
  expect(['toString', '', null].map(isListRefusal)).toEqual([false, false, false]);
});
