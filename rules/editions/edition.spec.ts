import { expect, test } from 'vitest';
import { lessonsOf, minutesOf } from './edition';

const lesson = (id: string, minutes: number) => ({ id, title: id, summary: '', minutes, blocks: [] });
const modules = [
  { id: 'm1', title: '', summary: '', lessons: [lesson('a', 10), lesson('b', 15)] },
  { id: 'm2', title: '', summary: '', lessons: [] },
  { id: 'm3', title: '', summary: '', lessons: [lesson('c', 20)] },
];

test('lessons stand in reading order, across modules', () => {
  expect(lessonsOf({ modules }).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('minutes add up, and none are none', () => {
  expect(minutesOf(lessonsOf({ modules }))).toBe(45);
  expect(minutesOf([])).toBe(0);
});
