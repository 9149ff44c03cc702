import { expect, test } from 'vitest';
import { stopsPublishing } from '@/rules/authoring/course-files';
import { courseFiles, courseOf } from '@/test/course-folder';
import { compileCourse } from './course';
import { formatProblem } from './problem';

const path = 'modules/1-first/1-one.md';
const lesson = courseFiles[path];
const document = `id: the-document
title: A document
publisher: A paper
date: "2019"
kind: news
primary: false
usedFor: Its words.
passages:
  - { id: A1, text: Some words., speaker: Somebody, mode: quote, proposed: verb said }
  - { id: A2, text: More words., speaker: Somebody, mode: quote, theme: Towns, evidence: E1 }
`;
const compile = (text: string, more: Record<string, string> = {}) =>
  compileCourse(courseOf({ [path]: text, 'documents/a.yaml': document, ...more }));

test('what is still to be written stops publishing, wherever it stands in a lesson', async () => {
  const places: [from: string, to: string, line: number][] = [
    ['summary: About one.', 'summary: "[[write: a summary]]"', 4],
    ['  - Explain it.', '  - "[[write: an objective]]"', 8],
    ['The opening,', '[[write:an opening]],', 12],
    ['  > **A misconception.** Why.', '  > **[[write: the misconception]]** [[write: why]]', 24],
  ];
  for (const [from, to, line] of places) {
    const { course, problems } = await compile(lesson.replace(from, to));
    expect(course).toBeNull();
    const found = problems.filter(stopsPublishing).map(formatProblem);
    const wanted = [...to.matchAll(/\[\[write:\s*([^\]]*)\]\]/g)].map(
      (match) => `${path}:${line}: still to be written: ${match[1]}`,
    );
    expect(found).toEqual(wanted);
  }
});

test('and in a lesson that cannot be read at all', async () => {
  const { problems } = await compile(`[[write: everything]]\n`);
  expect(problems.map(formatProblem)).toContain(`${path}:1: still to be written: everything`);
});

test('words like it are words', async () => {
  const { course } = await compile(lesson.replace('The opening,', 'The [write: opening] of [[a list]],'));
  expect(course).not.toBeNull();
});

test('a passage that nobody has checked is advice, at its place', async () => {
  const { course, problems } = await compile(lesson.replace('ref="D1"', 'ref="A1"'));
  expect(course).not.toBeNull();
  expect(problems).toEqual([
    {
      file: path,
      line: 18,
      message: expect.stringContaining('A1: who speaks here is only proposed'),
      advice: true,
    },
  ]);
  expect((await compile(lesson.replace('ref="D1"', 'ref="A2"'))).problems).toEqual([]);
});

test('a question that tests a passage that is not there is a mistake', async () => {
  const tagged = (id: string) => lesson.replace('objective="1"', `objective="1" passage="${id}"`);
  expect((await compile(tagged('A2'))).problems).toEqual([]);
  expect((await compile(tagged('A9'))).problems.map(formatProblem)).toEqual([
    `${path}:20: there is no passage "A9"`,
  ]);
});

test('every passage knows the other lessons that use it, and its own words know their language', async () => {
  const second = lesson
    .replace('id: one', 'id: two')
    .replace('title: Lesson one', 'title: Lesson two')
    .replace('ref="D1"', 'ref="A2"');
  const { course } = await compile(lesson.replace('[D1]', '[D1, A2]'), {
    'modules/1-first/2-two.md': second,
  });
  const passages = course?.lessons.map(({ content }) =>
    content.passages.map(({ id, usedIn, lang, evidence, theme }) => ({ id, usedIn, lang, evidence, theme })),
  );
  const own = { id: 'A2', lang: 'en', evidence: 'E1', theme: 'Towns' };
  const [one, two] = [
    { id: 'one', title: 'Lesson one' },
    { id: 'two', title: 'Lesson two' },
  ];
  expect(passages).toEqual([
    [
      { ...own, usedIn: [two] },
      { id: 'D1', usedIn: [two] },
    ],
    [
      { ...own, usedIn: [one] },
      { id: 'D1', usedIn: [one] },
    ],
  ]);
});
