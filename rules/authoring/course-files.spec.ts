import { describe, expect, test } from 'vitest';
import { lessonPath, modulePath, modulesIn, stopsPublishing } from './course-files';

describe('the modules of a course', () => {
  test('stand in the order of their numbers, and so do their lessons', () => {
    const paths = [
      'course.yaml',
      'modules/10-last/module.yaml',
      'modules/10-last/1-only.md',
      'modules/2-middle/10-tenth.md',
      'modules/2-middle/9-ninth.md',
      'modules/1-first/module.yaml',
    ];
    expect(modulesIn(paths)).toEqual([
      { folder: '1-first', lessons: [] },
      { folder: '2-middle', lessons: ['modules/2-middle/9-ninth.md', 'modules/2-middle/10-tenth.md'] },
      { folder: '10-last', lessons: ['modules/10-last/1-only.md'] },
    ]);
  });

  test('without a number come last, by name; of equal numbers the name decides', () => {
    const folders = modulesIn(['b', 'a', '1-z', '1-y'].map((name) => `modules/${name}/module.yaml`));
    expect(folders.map(({ folder }) => folder)).toEqual(['1-y', '1-z', 'a', 'b']);
  });

  test('are not what lies elsewhere, or deeper', () => {
    expect(modulesIn(['modules/readme.md', 'modules/1-a/extra/1-b.md', 'other/1-a/1-b.md'])).toEqual([]);
  });
});

test('a lesson is a text in the folder of a module, which has a file of its own', () => {
  expect(lessonPath.test('modules/1-a/1-b.md')).toBe(true);
  expect(lessonPath.test('modules/1-a/deeper/1-b.md')).toBe(false);
  expect(modulePath.test('modules/1-a/module.yaml')).toBe(true);
  expect(modulePath.test('modules/module.yaml')).toBe(false);
});

test('everything but advice stops publishing', () => {
  const problem = { file: 'a.md', line: 1, message: 'wrong' };
  expect([stopsPublishing(problem), stopsPublishing({ ...problem, advice: true })]).toEqual([true, false]);
});
