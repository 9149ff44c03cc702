import { expect, test } from 'vitest';
import { around, contentCourseOf, contentLesson, told } from '@/test/content-course';
import { linksTermsAtFirst, usesItsGlossary } from './glossary';

const entry = (id: string, term = id) => ({ id, term, file: 'glossary/a.yaml', line: 1 });
const used = (...ids: string[]) => ({
  terms: ids.map((id) => ({ id, term: id, zh: null, pinyin: null, definition: '' })),
});

test('a course has a glossary, and its lessons use every term', () => {
  const lessons = [contentLesson('', used('hash'))];
  expect(
    told(usesItsGlossary(contentCourseOf(lessons, { glossary: [entry('hash'), entry('root')] }), around)),
  ).toEqual(['1: no lesson uses the term root: link it with :term, or take it out']);
  expect(told(usesItsGlossary(contentCourseOf(lessons), around))).toEqual(['1: the course has no glossary']);
});

const linking = (body: string, ids: string[], glossary: ReturnType<typeof entry>[]) =>
  told(linksTermsAtFirst(contentCourseOf([contentLesson(body, used(...ids))], { glossary }), around));

test('a term is linked in the paragraph that first has its words', () => {
  const hash = entry('hash-function', 'hash function');
  const link = 'A :term[hash function].';
  expect(linking(`## Hash functions {#h}\n\n${link}\n\nA hash function.`, ['hash-function'], [hash])).toEqual(
    [],
  );
  expect(
    linking('A :term[recipe]{ref=hash-function} is a hash function.', ['hash-function'], [hash]),
  ).toEqual([]);
  expect(linking('A :term[recipe]{ref="hash-function"}.', ['hash-function'], [hash])).toEqual([]);
  expect(linking('| hash function | :term[recipe]{ref=hash-function} |', ['hash-function'], [hash])).toEqual(
    [],
  );
  expect(linking('A :term[hash function family]{ref=family}.', ['hash-function'], [hash])).toEqual([]);
  expect(linking(`Many hash\nfunctions.\n\n${link}`, ['hash-function'], [hash])).toEqual([
    '11: “hash function” is first used here, and not linked: write :term[hash function]{ref=hash-function}',
  ]);
  expect(linking(':::question{#q kind="single"}\nWhich hash function?\n:::', [], [hash])).toEqual([]);
});

test('a common word may mean something else before the lesson that links it', () => {
  const glossary = [entry('block')];
  const lessons = [
    contentLesson('A block of flats.'),
    contentLesson('A :term[block].', { id: 'two', ...used('block') }),
  ];
  expect(linksTermsAtFirst(contentCourseOf(lessons, { glossary }), around)).toEqual([]);
  expect(linking('A block.\n\nA :term[block].', ['block'], glossary)).toHaveLength(1);
});
