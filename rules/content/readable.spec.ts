import { expect, test } from 'vitest';
import { around, contentCourseOf, contentLesson, told } from '@/test/content-course';
import { isLongEnough, isReadable } from './readable';

const of = (body: string) => contentCourseOf([contentLesson(body)]);
const words = (count: number) => 'word '.repeat(count);

test('a lesson is 900 to 1,800 words long', () => {
  expect([900, 1800].flatMap((count) => isLongEnough(of(words(count)), around))).toEqual([]);
  expect([899, 1801].flatMap((count) => told(isLongEnough(of(words(count)), around)))).toEqual([
    '2: a lesson has 900 to 1800 words, and not 899',
    '2: a lesson has 900 to 1800 words, and not 1801',
  ]);
});

test('a lesson is neither hard to read nor a primer', () => {
  expect(
    isReadable(
      of('A ledger keeps what happened, and people who read the ledger later can check it.'),
      around,
    ),
  ).toEqual([]);
  const hard = 'International institutions periodically reconsider administrative responsibilities.';
  expect(told(isReadable(of(hard), around))[0]).toMatch(
    /^2: the reading grade is \d+\.\d, .*: shorten sentences/,
  );
  expect(told(isReadable(of('The cat sat.'), around))[0]).toMatch(/: say more in a sentence$/);
});
