import { expect, test } from 'vitest';
import { around, contentCourseOf, contentLesson, told } from '@/test/content-course';
import { computesItsNumbers } from './computed';

test('what a lesson says that a program prints, a spec computes', () => {
  const course = contentCourseOf(
    ['```text\n1\n```', 'So.\n\nIt prints `1`.', '```python\nprint(1)\n```'].map((body, at) =>
      contentLesson(body, { id: `l${at}` }),
    ),
  );
  expect(computesItsNumbers(course, { ...around, computed: new Set(['l0', 'l1']) })).toEqual([]);
  expect(told(computesItsNumbers(course, around))).toEqual([
    '11: what is printed here is computed by no spec: write test/worked-numbers/l0.spec.ts',
    '13: what is printed here is computed by no spec: write test/worked-numbers/l1.spec.ts',
  ]);
});
