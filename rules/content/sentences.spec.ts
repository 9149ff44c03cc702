import { expect, test } from 'vitest';
import { readContentText } from './content-text';
import { sentencesIn, wordsOf } from './sentences';

test('each sentence has the line on which it begins', () => {
  const text = readContentText(
    'a.md',
    'One is here. Two goes\non “so.” Three? 4 is a number.\n\nFive vs. six.',
  );
  expect(sentencesIn(text).map(({ line, text }) => [line, text])).toEqual([
    [1, 'One is here.'],
    [1, 'Two goes on “so.”'],
    [2, 'Three?'],
    [2, '4 is a number.'],
    [4, 'Five vs. six.'],
  ]);
});

test('a word holds a letter or a digit', () => {
  expect(wordsOf("It isn't — 3.5 of SHA-256")).toEqual(['It', "isn't", '3', '5', 'of', 'SHA-256']);
  expect(wordsOf('—')).toEqual([]);
});
