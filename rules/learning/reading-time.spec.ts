import { expect, test } from 'vitest';
import { estimateMinutes } from './reading-time';

const none = { questions: 0, others: 0 };

test('a lesson takes the time of its words, read with care', () => {
  expect(estimateMinutes(Array(1_500).fill('word').join(' '), none)).toBe(10);
});

test('every Chinese character counts by itself', () => {
  expect(estimateMinutes('链'.repeat(1_250), none)).toBe(5);
  expect(estimateMinutes(`${'链'.repeat(250)} ${Array(150).fill('word').join(' ')}`, none)).toBe(2);
});

test('questions and blocks that one looks at take time too', () => {
  expect(estimateMinutes('', { questions: 4, others: 2 })).toBe(5);
});

test('no lesson takes less than a minute', () => {
  expect(estimateMinutes('A few words.', none)).toBe(1);
});
