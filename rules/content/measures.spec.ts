import { expect, test } from 'vitest';
import { contentLesson } from '@/test/content-course';
import { lessonWords, readingGrade, runningSentences, syllables } from './measures';

test('words are counted as they are read: no front matter, question, code, attribute or mark', () => {
  const text =
    '---\nid: a\n---\nTwo words. :cite[x]\n\n:::question{#q}\nNot these.\n:::\n\n```text\nnor this\n```\n—\n\n::figure{#f name="x"}';
  expect(lessonWords(text)).toBe(2);
});

test('syllables are groups of vowels, and most silent endings are none', () => {
  const counted = ['the', 'cat', 'table', 'hashes', 'made', 'reading', 'policy', 'blockchain', 'SM3'].map(
    syllables,
  );
  expect(counted).toEqual([1, 1, 2, 1, 1, 2, 3, 2, 1]);
});

test('the grade is that of Flesch and Kincaid', () => {
  expect(readingGrade(['The cat sat on the mat.'])).toBeCloseTo(0.39 * 6 + 11.8 - 15.59);
  const long = 'International institutions periodically reconsider administrative responsibilities.';
  expect(readingGrade([long, '128 = 2'])).toBeGreaterThan(20);
  expect(readingGrade(['— 128'])).toBe(0);
});

test('running sentences stand in no heading, table or question', () => {
  const lesson = contentLesson(
    '## Not this {#a}\n\nThis one.\n\n- And this\n\n| not | here |\n\n:::question{#q}\nNor here.\n:::',
  );
  expect(runningSentences(lesson)).toEqual(['This one.', 'And this']);
});
