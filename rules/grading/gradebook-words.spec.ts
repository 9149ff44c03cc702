import { expect, test } from 'vitest';
import { courseResult } from './gradebook';
import { courseLines, missingToPass } from './gradebook-words';
import { itemsBy, usualGradebook } from './settings';

const quiz = (id: string, pass: number | null = 60) =>
  ({ id, title: `The ${id}`, kind: 'quiz', pass, release: 'at-once', gone: false }) as const;
const settings = {
  ...usualGradebook,
  categories: [
    { id: 'all', title: 'Quizzes', weight: 60, dropLowest: 1 },
    { id: 'talks', title: 'Talks', weight: 40, dropLowest: 0 },
    { id: 'extra', title: 'Extra', weight: 0, dropLowest: 0 },
    { id: 'none', title: 'Empty', weight: 10, dropLowest: 0 },
  ],
  items: {
    talk: { category: 'talks', points: 10, required: true },
    free: { category: 'extra', points: 10, required: false },
    loose: { category: '', points: 10, required: false },
    nought: { category: 'all', points: 0, required: false },
  },
};
const ids = ['first', 'second', 'third', 'talk', 'free', 'loose', 'nought'];
const items = itemsBy(
  settings,
  ids.map((id) => quiz(id, id === 'talk' ? null : 60)),
);
const result = (given: Record<string, number>, of = settings) =>
  courseResult(of, items, new Map(Object.entries(given)));

test('every line says what it is, its numbers, and why', () => {
  const parts = courseLines(result({ first: 666_666, second: 500_000, free: 1_000_000, loose: 0 }));
  expect(parts.map(({ title }) => title)).toEqual(['Quizzes', 'Talks', 'Extra', 'In no category', 'In all']);
  expect(parts[0]?.lines).toEqual([
    { what: 'The first', numbers: '66.66 % = 66.6666 of 100 points', why: '' },
    { what: 'The second', numbers: '50 % = 50 of 100 points', why: 'Among the lowest, and dropped' },
    { what: 'The third', numbers: '–', why: 'Not graded yet, and does not count so far' },
    { what: 'The nought', numbers: '–', why: 'Has no points, and does not count' },
    { what: 'Quizzes in all', numbers: '66.6666 of 100 points = 66.66 %', why: 'Weighs 60 of 60' },
  ]);
  expect(parts[1]?.lines[1]).toMatchObject({ numbers: '–', why: expect.stringContaining('spread over') });
  expect(parts[2]?.lines[1]?.why).toBe('Weighs nothing');
  expect(parts[3]?.lines).toEqual([
    { what: 'The loose', numbers: '0 % = 0 of 10 points', why: 'Is in no category, and does not count' },
  ]);
  expect(parts[4]?.lines.map(({ numbers }) => numbers)).toEqual(['66.66 %', '34.99 %']);
  expect(courseLines(result({})).at(-1)?.lines[0]?.numbers).toBe('–');
});

test('what is missing to pass is said in sentences', () => {
  expect(missingToPass(result({ first: 1_000_000, second: 1_000_000, third: 0 }))).toEqual([
    '10 % more of the whole course: it is passed with 70 %.',
    '“The talk” has to be passed with more than 0 %.',
  ]);
  const all = { first: 1_000_000, second: 1_000_000, third: 1_000_000 };
  expect(missingToPass(result({ ...all, talk: 1_000_000 }))).toEqual([]);
  const required = { ...settings, pass: 10 };
  expect(missingToPass(result({ ...all, talk: 0 }, required))).toEqual([
    '“The talk” has to be passed with more than 0 %; it has 0 %.',
  ]);
  expect(missingToPass(result({}, { ...settings, pass: 0 }))[0]).toBe('Something has to be graded.');
  expect(missingToPass(courseResult(settings, [], new Map()))).toEqual([
    '70 % more of the whole course: it is passed with 70 %.',
  ]);
});

test('the gap is rounded up, so that what is said is enough', () => {
  expect(missingToPass(result({ first: 1_000_000, second: 999_999, talk: 249_999 }))[0]).toMatch(/^0\.01 %/);
});

test('without loose items there is no part for them, and a required quiz names its pass mark', () => {
  const items = itemsBy(
    { ...usualGradebook, items: { exam: { category: 'all', points: 1, required: true } } },
    [quiz('exam')],
  );
  const some = courseResult({ ...usualGradebook, pass: 0 }, items, new Map([['exam', 590_000]]));
  expect(courseLines(some).map(({ title }) => title)).toEqual(['Everything', 'In all']);
  expect(missingToPass(some)).toEqual(['“The exam” has to be passed with 60 %; it has 59 %.']);
});
