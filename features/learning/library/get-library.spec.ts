import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { editionLibrary } from '@/db/queries/editions';
import { editionLibraries } from '@/db/schema';
import { compileCourse } from '@/features/authoring/compile/course';
import { importCourse } from '@/features/authoring/import-course';
import { perform } from '@/server/operation';
import { courseFolder, courseOf, removeCourseFolders } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeUser } from '@/test/factories';
import { scorecardText, timelineText } from '@/test/library-files';
import { getLibrary } from './get-library';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(async () => {
  removeCourseFolders();
  await close();
});

const texts = { 'timeline/all.yaml': timelineText, 'scorecard.yaml': scorecardText };

async function library(changes: Record<string, string> = texts) {
  const { course } = await compileCourse(courseOf(changes));
  if (!course?.library) throw new Error('it has no library');
  return course.library;
}

async function learnerOf(course: Awaited<ReturnType<typeof makeCourse>>) {
  const actor = await makeUser(db);
  await makeEnrollment(db, actor, course);
  return actor;
}

test('a course from files brings its library to who learns in it, with the names of its lessons', async () => {
  expect(await importCourse(db, courseFolder(texts))).toMatchObject({ ok: true });
  const actor = await makeUser(db, { role: 'admin' });
  const screen = await perform(getLibrary, { course: 'small-course' }, { db, actor });
  expect(screen.library).toEqual(await library());
  expect(screen.lessons).toEqual([{ id: 'one', number: 1, title: 'Lesson one', open: true, sort: 'lesson' }]);
  expect(screen.course).toEqual({ slug: 'small-course', title: 'A small course', edition: 1 });
});

test('an edition from before there were libraries has none, and is read all the same', async () => {
  const course = await makeCourse(db);
  const screen = await perform(getLibrary, { course: course.slug }, { db, actor: await learnerOf(course) });
  expect(screen.library).toBeNull();
  expect(screen.lessons).toHaveLength(2);
});

test('a lesson that waits is named and not opened', async () => {
  const course = await makeCourse(db, {
    releases: { two: { opens: '2999-01-01' } },
    library: await library(),
  });
  const { lessons } = await perform(
    getLibrary,
    { course: course.slug },
    { db, actor: await learnerOf(course) },
  );
  expect(lessons.map(({ id, open }) => [id, open])).toEqual([
    ['one', true],
    ['two', false],
  ]);
});

test('learners read the library of the edition that they are pinned to', async () => {
  const course = await makeCourse(db, { library: await library() });
  const actor = await learnerOf(course);
  const other = { ...(await library()), timeline: [] };
  const newer = await makeCourse(db, { slug: course.slug, library: other });
  expect(newer.editionId).not.toBe(course.editionId);
  expect((await perform(getLibrary, { course: course.slug }, { db, actor })).library?.timeline).toHaveLength(
    3,
  );
  const admin = await makeUser(db, { role: 'admin' });
  expect(
    (await perform(getLibrary, { course: course.slug }, { db, actor: admin })).library?.timeline,
  ).toEqual([]);
});

test('a library that was read once is not asked of the database again', async () => {
  const course = await makeCourse(db, { library: await library() });
  const actor = await learnerOf(course);
  await perform(getLibrary, { course: course.slug }, { db, actor });
  const asked = vi.spyOn(db, 'select');
  await perform(getLibrary, { course: course.slug }, { db, actor });
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});

test('the database lets nobody change a library, nor take it away', async () => {
  const course = await makeCourse(db, { library: await library() });
  const of = eq(editionLibraries.editionId, course.editionId);
  await expect(db.update(editionLibraries).set({ content: sql`'{}'::jsonb` }).where(of)).rejects.toThrow();
  await expect(db.delete(editionLibraries).where(of)).rejects.toThrow();
  expect(await editionLibrary(db, course.editionId)).toEqual(await library());
});
