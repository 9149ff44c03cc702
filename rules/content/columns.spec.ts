import { expect, test } from 'vitest';
import { around, contentCourseOf, contentLesson } from '@/test/content-course';
import { namesItsColumns } from './columns';

const problemsIn = (text: string) => namesItsColumns(contentCourseOf([contentLesson(text)]), around);

test('every column of a table has a heading', () => {
  expect(problemsIn('| | China |\n| --- | --- |\n| Patents | 5 |')).toEqual([
    {
      file: 'modules/1-m/one.md',
      line: 11,
      message: 'a column of this table has no heading: give it a word',
    },
  ]);
  expect(problemsIn('| Counted | China |\n| :-- | --- |\n| Patents | |')).toEqual([]);
});

test('a formula alone is no heading, and beside a word it is one', () => {
  expect(problemsIn('| $n$ | China |\n| --- | --- |\n| 1 | 5 |')).toHaveLength(1);
  expect(problemsIn('| place $n$ | China |\n| --- | --- |\n| 1 | 5 |')).toEqual([]);
});

test('an empty cell further down is none of its business', () => {
  expect(problemsIn('| A | B |\n| - | - |\n| | 1 |\n| - | - |')).toEqual([]);
});
