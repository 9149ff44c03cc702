import { expect, test } from 'vitest';
import { around, contentCourseOf, contentLesson, told } from '@/test/content-course';
import { sourcesAreOfThePast, sourcesCanBeFound } from './sources';

const at = { file: 'sources/a.yaml', title: 'T', publisher: 'P', usedFor: 'All.' };
const course = contentCourseOf(
  [contentLesson('', { sources: ['url', 'note', 'bare'].map((id) => ({ id, html: '' })) })],
  {
    sources: [
      { ...at, line: 1, id: 'url', date: '2019', url: 'https://example.org' },
      { ...at, line: 2, id: 'note', date: '2026-11-26', note: 'Read on paper.' },
      { ...at, line: 3, id: 'bare', date: '2026-12' },
      { ...at, line: 4, id: 'uncited', date: '2019-10-25', url: null },
    ],
  },
);

test('a source that is cited has an address, or a note on how it was read', () => {
  expect(told(sourcesCanBeFound(course, around))).toEqual(['3: bare is cited, and has neither url nor note']);
});

test('no source is dated after today', () => {
  expect(told(sourcesAreOfThePast(course, around))).toEqual([
    '3: bare is dated 2026-12, which is after today',
  ]);
});
