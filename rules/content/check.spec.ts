import { expect, test } from 'vitest';
import { around, contentCourseOf, contentLesson } from '@/test/content-course';
import { contentProblems } from './check';

test('all rules are asked, and what they find stands in the order of files and lines', () => {
  const course = contentCourseOf([
    contentLesson('A block chain.', { id: 'two' }),
    contentLesson('```text\n```', { verified: '2020-01-01' }),
  ]);
  const found = contentProblems(course, around).map(
    ({ file, line }) => `${file}:${String(line).padStart(2, '0')}`,
  );
  expect(found).toEqual([...found].sort());
  expect(new Set(found).size).toBeGreaterThan(5);
});
