import { expect, test } from 'vitest';
import { around, contentCourseOf, contentLesson, told } from '@/test/content-course';
import { showsItsDirectives, unexplained } from './explained';

const shows = (ref: string) => `::passage{#p-${ref} ref="${ref}"}\n`;

test('a lesson shows a passage of its directives, and names those that it shows', () => {
  const good = contentLesson(shows('D1'), { directives: ['D1', 'D4'] });
  const bad = contentLesson(`${shows('D3')}::passage{#p}\n`, { directives: ['D2'] });
  expect(told(showsItsDirectives(contentCourseOf([good, bad]), around))).toEqual([
    '4: directives: of D2 no ::passage in the lesson shows one',
    '11: D3 is shown, and not among the directives',
    '12:  is shown, and not among the directives',
  ]);
});

test('every passage of the course is explained by a lesson that teaches', () => {
  const passages = ['D1', 'D2'].map((id, at) => ({
    id,
    title: `T${id}`,
    file: 'passages.yaml',
    line: at + 1,
  }));
  const quiz = contentLesson(shows('D2'), { quiz: {} as never });
  expect(unexplained(contentCourseOf([contentLesson(shows('D1')), quiz], { passages }))).toEqual([
    { file: 'passages.yaml', line: 2, message: 'no lesson explains D2, “TD2”' },
  ]);
});
