import { expect, test } from 'vitest';
import { lessonsOf } from '@/rules/editions/edition';
import { courseFiles, courseOf } from '@/test/course-folder';
import { compileCourse } from '../compile/course';
import { compileDraft } from './compile-draft';

const lessonFile = 'modules/1-first/1-one.md';
const lessonOne = courseFiles[lessonFile];
const lessonTwo = lessonOne.replace('id: one', 'id: two').replace('title: Lesson one', 'title: Lesson two');

test('a draft without mistakes is the course it would be published as', async () => {
  const files = courseOf({ 'modules/1-first/2-two.md': lessonTwo });
  const { course } = await compileCourse(files);
  const draft = await compileDraft(files);
  expect([...draft.lessons.values()].map(({ content, keys }) => ({ content, keys }))).toEqual(
    course?.lessons.map(({ content, keys }) => ({ content, keys })),
  );
  expect(draft.outline.modules).toEqual(course?.manifest.modules);
  expect(draft.library).toEqual(course?.library);
  expect([...draft.paths]).toEqual([
    ['one', lessonFile],
    ['two', 'modules/1-first/2-two.md'],
  ]);
  expect(draft).toMatchObject({ title: 'A small course', problems: 0, broken: [] });
});

test.each<[string, Record<string, string>, object]>([
  [
    'its words',
    { 'course.yaml': 'title: Only a title\n' },
    { title: 'Only a title', words: null, lessonCount: 2 },
  ],
  ['all of course.yaml', { 'course.yaml': '{{' }, { title: 'Untitled course', words: null, lessonCount: 2 }],
  [
    'a module',
    { 'modules/1-first/module.yaml': 'id: [' },
    { lessonCount: 2, modules: [{ title: '1-first' }] },
  ],
  [
    'a lesson without a head',
    { 'modules/1-first/2-two.md': 'Text.' },
    { lessonCount: 1, broken: [{ title: '2-two.md' }] },
  ],
  [
    'two lessons of one id',
    { 'modules/1-first/2-two.md': lessonOne },
    { lessonCount: 1, broken: [{ problems: [{ message: 'another lesson has the same id' }] }] },
  ],
  [
    'a link to nowhere',
    { [lessonFile]: `${lessonOne}\nSee [there](no-such-lesson).\n` },
    { lessonCount: 2, broken: [] },
  ],
])('in %s is shown all the same', async (_title, changes, expected) => {
  const draft = await compileDraft(courseOf({ 'modules/1-first/2-two.md': lessonTwo, ...changes }));
  expect({ ...draft, lessonCount: draft.lessons.size, modules: draft.outline.modules }).toMatchObject(
    expected,
  );
  expect(draft.problems).toBeGreaterThan(0);
  expect(lessonsOf(draft.outline).map(({ id }) => id)).toEqual([...draft.lessons.keys()]);
});
