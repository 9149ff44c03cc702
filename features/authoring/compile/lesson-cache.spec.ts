import { describe, expect, test } from 'vitest';
import { courseFiles, courseOf } from '@/test/course-folder';
import { compileCourse } from './course';
import { libraryHash } from './lesson-cache';

const lesson = 'modules/1-first/1-one.md';
const slow = async (work: () => Promise<unknown>) => {
  let turns = 0;
  let going = true;
  const count = () => {
    turns += 1;
    if (going) setImmediate(count);
  };
  setImmediate(count);
  await work();
  going = false;
  return turns;
};

describe('a lesson that was compiled before', () => {
  test('is the same when compiled again, with the same problems', async () => {
    const advised = courseOf({
      [lesson]: courseFiles[lesson].replace(
        'The opening, with a source. :cite[src-1]',
        'In 2019 it was 40%.',
      ),
    });
    const [first, again] = [await compileCourse(advised), await compileCourse(advised)];
    expect(first.problems).not.toEqual([]);
    expect(again).toEqual(first);
    expect(again.course?.lessons[0]?.content).toBe(first.course?.lessons[0]?.content);
  });

  test('is the same lesson at another place, its problems at the new one', async () => {
    const text = courseFiles[lesson].replace(
      'The opening, with a source. :cite[src-1]',
      'In 2018 it was 41%.',
    );
    const before = await compileCourse(courseOf({ [lesson]: text }));
    const moved = await compileCourse(courseOf({ [lesson]: null, 'modules/1-first/7-one.md': text }));
    expect(moved.course?.lessons[0]?.content).toBe(before.course?.lessons[0]?.content);
    expect(moved.problems).toEqual(
      before.problems.map((problem) => ({ ...problem, file: 'modules/1-first/7-one.md' })),
    );
  });

  test('does not remember which other lessons used its passages in another state of the course', async () => {
    const two = courseFiles[lesson].replace('id: one', 'id: two').replace('Lesson one', 'Lesson two');
    const alone = await compileCourse(courseOf());
    const both = await compileCourse(courseOf({ 'modules/1-first/2-two.md': two }));
    expect(both.course?.lessons[0]?.content.passages[0]?.usedIn).toEqual([
      { id: 'two', title: 'Lesson two' },
    ]);
    const again = await compileCourse(courseOf());
    expect(again.course?.lessons[0]?.content.passages[0]?.usedIn).toBeUndefined();
    expect(again.course?.contentHash).toBe(alone.course?.contentHash);
  });

  test('is compiled anew when its text changes, or what the lessons share', async () => {
    const { course } = await compileCourse(courseOf());
    const other = await compileCourse(
      courseOf({ [lesson]: courseFiles[lesson].replace('Which one?', 'Which?') }),
    );
    expect(other.course?.contentHash).not.toBe(course?.contentHash);
    const shared = await compileCourse(
      courseOf({ 'sources/all.yaml': courseFiles['sources/all.yaml'].replace('A report', 'Another report') }),
    );
    expect(shared.course?.contentHash).not.toBe(course?.contentHash);
  });

  test('with a mistake has it again', async () => {
    const wrong = courseOf({ [lesson]: courseFiles[lesson].replace('ref="D1"', 'ref="D9"') });
    const [first, again] = [await compileCourse(wrong), await compileCourse(wrong)];
    expect(again).toEqual(first);
    expect(again.course).toBeNull();
  });
});

test('others are let through while a course is compiled', async () => {
  const copies = Object.fromEntries(
    Array.from({ length: 5 }, (_, index) => [
      `modules/1-first/${index + 2}-copy.md`,
      courseFiles[lesson].replace('id: one', `id: copy-${index}`),
    ]),
  );
  expect(await slow(() => compileCourse(courseOf(copies)))).toBeGreaterThanOrEqual(5);
});

test('the hash of what lessons share does not depend on the lessons, nor on the order of files', () => {
  const one = courseOf();
  const turned = { ...one, texts: new Map([...one.texts].reverse()) };
  const edited = courseOf({ [lesson]: 'other' });
  expect(libraryHash(turned)).toEqual(libraryHash(one));
  expect(libraryHash(edited)).toEqual(libraryHash(one));
  expect(libraryHash(courseOf({ 'glossary/all.yaml': '[]' }))).not.toEqual(libraryHash(one));
});

test('a timeline and a scorecard change no lesson', () => {
  const more = courseOf({ 'timeline/all.yaml': '[]', 'scorecard.yaml': '[]', 'guide.md': 'Words.' });
  expect(libraryHash(more)).toEqual(libraryHash(courseOf()));
});
