import { expect, test } from 'vitest';
import { around, contentCourseOf, contentLesson } from '@/test/content-course';
import { readContentText } from './content-text';
import { sayOneWord } from './wording';

test('a term is written one way, in lessons and in the bank', () => {
  const bank = [readContentText('bank/b.md', 'A\ntimestamp.')];
  expect(
    sayOneWord(contentCourseOf([contentLesson('A block chain, and a blockchain.')], { bank }), around),
  ).toEqual([
    { file: 'modules/1-m/one.md', line: 11, message: 'write blockchain, and not “block chain”' },
    { file: 'bank/b.md', line: 2, message: 'write time stamp, and not “timestamp”' },
  ]);
});

test('what is quoted, compared or code keeps its spelling', () => {
  const theirs =
    'It reads "block chain", “the\ntimestamp” and `block.timestamp`.\n\n| block chain | time stamp |';
  expect(sayOneWord(contentCourseOf([contentLesson(theirs)]), around)).toEqual([]);
});
