import { expect, test } from 'vitest';
import { around, asks, contentCourseOf, contentLesson, told } from '@/test/content-course';
import { readContentText } from './content-text';
import { asksEnough, assessesObjectives, drawsFromEnough, namesObjectives } from './objectives';

const prose = { ...asks('p'), kind: 'prose', question: null };
const many = (count: number, objective = 1) =>
  Array.from({ length: count }, (_, at) => asks(`q${objective}-${at}`, objective));
const courseOf = (...content: Parameters<typeof contentLesson>[1][]) =>
  contentCourseOf(content.map((one) => contentLesson('', one)));
const quiz = (draw?: number) => ({ quiz: { ...(draw ? { draw } : {}) } as never });

test('a lesson has two to four objectives and five to eight check questions', () => {
  const good = [{ blocks: many(5) }, { blocks: many(8), objectives: ['a', 'b', 'c', 'd'] }, quiz()];
  expect(asksEnough(courseOf(...good), around)).toEqual([]);
  const bad = [
    { blocks: many(4) },
    { blocks: many(9), objectives: ['a'] },
    { blocks: many(5), objectives: [...'abcde'] },
  ];
  expect(told(asksEnough(courseOf(...bad), around))).toEqual([
    '5: a lesson asks 5 to 8 check questions, and not 4',
    '5: a lesson has 2 to 4 objectives, and not 1',
    '5: a lesson asks 5 to 8 check questions, and not 9',
    '5: a lesson has 2 to 4 objectives, and not 5',
  ]);
});

test('every objective is assessed by a question of its lesson', () => {
  const both = [prose, asks('a', 1), asks('b', 2)];
  expect(assessesObjectives(courseOf({ blocks: both }, { work: {} as never }), around)).toEqual([]);
  expect(told(assessesObjectives(courseOf({ blocks: many(5) }), around))).toEqual([
    '7: no question is certain to assess objective 2, “Do it.”',
  ]);
});

test('in a quiz that draws, every attempt is certain to assess every objective', () => {
  const blocks = [prose, ...many(3), ...many(3, 2), asks('stray', null)];
  const drawn = (...groups: string[][]) =>
    courseOf({ ...quiz(2), blocks, draws: groups.map((ids) => ({ ids, count: 1 })) });
  expect(assessesObjectives(drawn(['q1-0', 'q1-1'], ['q2-0']), around)).toEqual([]);
  expect(assessesObjectives(drawn(['q1-0', 'q2-1'], ['q2-0']), around)).toHaveLength(1);
  expect(assessesObjectives(drawn(['q1-0', 'nobody'], ['stray', 'q2-0']), around)).toHaveLength(2);
});

test('every question names its objective, in lessons and in the bank', () => {
  const named = ':::question{#a kind="single" objective="1"}\n:::\n';
  const unnamed = ':::question{#b kind="single"}\n:::\n';
  const course = contentCourseOf([contentLesson(named)], {
    bank: [readContentText('bank/b.md', `${named}${unnamed}`)],
  });
  expect(namesObjectives(course, around)).toEqual([
    { file: 'bank/b.md', line: 3, message: 'the question b names no objective' },
  ]);
});

test('a quiz draws from three times as many questions as it asks', () => {
  expect(drawsFromEnough(courseOf({ ...quiz(2), blocks: many(6) }, quiz(), {}), around)).toEqual([]);
  expect(told(drawsFromEnough(courseOf({ ...quiz(2), blocks: many(5) }), around))).toEqual([
    '9: an attempt asks 2 questions, so there are at least 6 to draw from, and not 5',
  ]);
});
