import { expect, test } from 'vitest';
import { around, contentCourseOf, contentLesson, told } from '@/test/content-course';
import { hasItsParts } from './parts';

const callout = (kind: string) => `:::callout{#c-${kind} kind="${kind}" title="T"}\nWords.\n:::\n`;
const callouts = ['limit', 'remember', 'discuss', 'claim-log'].map(callout).join('\n');
const claim = ':::claim{#k speaker="S"}\nIt is.\n:::\n';

test('a lesson shows something, and has its callouts and a claim card', () => {
  const shown = ['::figure{#f name="f"}', ':::lab{#f name="f"}\nDo.\n:::', ':::timeline{#f title="T"}\n:::'];
  const courses = shown.map((block) => contentCourseOf([contentLesson(`${block}\n\n${callouts}\n${claim}`)]));
  expect(courses.flatMap((course) => hasItsParts(course, around))).toEqual([]);
});

test('what a lesson lacks is told one by one', () => {
  expect(told(hasItsParts(contentCourseOf([contentLesson(callout('limit'))]), around))).toEqual([
    '2: the lesson has not got something to look at or to do (figure, compare, timeline, media, lab)',
    '2: the lesson has not got a callout of kind="remember"',
    '2: the lesson has not got a callout of kind="discuss"',
    '2: the lesson has not got a callout of kind="claim-log"',
    '2: the lesson has not got a claim card with its evidence',
  ]);
});

test('a quiz and written work have no such parts', () => {
  const quiz = contentLesson('', {
    quiz: { mode: 'graded', counts: 'best', pass: 70, review: 'result' } as never,
  });
  expect(hasItsParts(contentCourseOf([quiz, contentLesson('', { work: {} as never })]), around)).toEqual([]);
});
