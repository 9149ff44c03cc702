import { expect, test } from 'vitest';
import { around, contentCourseOf, contentLesson, told } from '@/test/content-course';
import { isVerified } from './verified';

const on = (verified: string, day = '2026-11-01') =>
  told(
    isVerified(
      contentCourseOf([contentLesson('', { verified })], { verified: { file: 'course.yaml', line: 3, day } }),
      around,
    ),
  );

test('facts were checked within a year, and not tomorrow', () => {
  expect([...on('2025-11-26'), ...on('2026-11-26')]).toEqual([]);
  expect(on('2025-11-25', '2024-02-29')).toEqual([
    '3: verified: 2024-02-29 is more than a year ago: check the facts anew',
    '8: verified: 2025-11-25 is more than a year ago: check the facts anew',
  ]);
  expect(on('2026-11-27')).toEqual(['8: verified: 2026-11-27 is after today']);
});
