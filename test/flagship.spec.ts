import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileCourse } from '@/features/authoring/compile/course';
import { readLibrary } from '@/features/authoring/compile/library';
import { formatProblem } from '@/features/authoring/compile/problem';
import { contentCourse } from '@/features/authoring/content-course';
import { readCourseFolder } from '@/features/authoring/course-folder';
import { taught } from '@/rules/content/course';
import { unexplained } from '@/rules/content/explained';

const files = await readCourseFolder(join(import.meta.dirname, '../content/reading-a-blockchain-policy'));
const { course } = await compileCourse(files);
if (!course) throw new Error('the flagship has mistakes: see npm run content:check');
const content = await contentCourse(files, course);
const { library } = await readLibrary(files, () => {});

test('every directive is explained by a lesson, and there are fifteen', () => {
  expect(content.passages.map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, at) => `D${at + 1}`));
  expect(unexplained(content).map(formatProblem)).toEqual([]);
});

test('every directive is assessed by a question of a lesson that explains it', () => {
  const asked = taught(content).filter(({ blocks }) => blocks.some(({ kind }) => kind === 'question'));
  const covered = new Set(asked.flatMap((lesson) => lesson.content.directives));
  expect(content.passages.filter(({ id }) => !covered.has(id))).toEqual([]);
});

test('nine modules, a glossary of 150 terms, most of them with their Chinese, and a timeline of 60 dates', () => {
  expect(course.manifest.modules).toHaveLength(9);
  expect(content.glossary.length).toBeGreaterThanOrEqual(150);
  const chinese = [...library.glossary.values()].filter(({ zh }) => zh !== null);
  expect(chinese.length).toBeGreaterThan(content.glossary.length / 2);
  expect(library.timeline.length).toBeGreaterThanOrEqual(60);
  const years = library.timeline.map(({ date }) => Number(date.slice(0, 4)));
  expect([Math.min(...years) <= 2013, Math.max(...years)]).toEqual([true, 2026]);
});

test('every lesson but the two that need nothing names what it builds on', () => {
  const lessons = course.manifest.modules.flatMap((module) => module.lessons);
  const alone = lessons.filter(({ quiz, work, preparation }) => !quiz && !work && preparation === undefined);
  expect(alone.map(({ id }) => id)).toEqual(['study-session', 'hash']);
});
