import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { sweepCompiledLessons } from '@/db/queries/compiled-lessons';
import { compiledLessons } from '@/db/schema';
import type { CourseFiles } from '@/rules/authoring/course-files';
import { courseFiles, courseOf } from '@/test/course-folder';
import { testDatabase } from '@/test/database';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());
beforeEach(() => db.delete(compiledLessons));

/** Compiles as a server that was just started: nothing is in memory. */
async function compileAfterStart(files: CourseFiles) {
  vi.resetModules();
  const { compileCourse } = await import('./compile/course');
  const { withKeptLessons } = await import('./keep-lessons');
  return withKeptLessons(db, files, () => compileCourse(files));
}
const rows = () => db.select().from(compiledLessons);
const lesson = 'modules/1-first/1-one.md';
const two = courseFiles[lesson].replace('id: one', 'id: two').replace('Lesson one', 'Lesson two');
const course = courseOf({ 'modules/1-first/2-two.md': two });

test('a course compiles after a start to what it compiled to before, problems and all', async () => {
  const advised = courseOf({
    [lesson]: courseFiles[lesson].replace('The opening, with a source. :cite[src-1]', 'In 2019 it was 40%.'),
    'modules/1-first/2-two.md': two.replace('ref="D1"', 'ref="D9"'),
  });
  for (const files of [course, advised]) {
    const before = await compileAfterStart(files);
    expect(await compileAfterStart(files)).toEqual(before);
  }
  expect(await rows()).toHaveLength(4);
});

test('what was compiled before a start is not compiled again', async () => {
  await compileAfterStart(course);
  await db.execute(sql`
    update compiled_lessons set compiled = replace(compiled, 'Lesson one', 'As it was kept')`);
  const { course: again } = await compileAfterStart(course);
  expect(again?.lessons.map(({ content }) => content.title)).toEqual(['As it was kept', 'Lesson two']);
});

test('a text that changed is compiled, and what the lessons share counts as part of each', async () => {
  await compileAfterStart(course);
  await compileAfterStart(courseOf({ 'modules/1-first/2-two.md': two.replace('Lesson two', 'Another') }));
  expect(await rows()).toHaveLength(3);
  const sources = courseFiles['sources/all.yaml'].replace('A report', 'Another report');
  await compileAfterStart(courseOf({ 'modules/1-first/2-two.md': two, 'sources/all.yaml': sources }));
  expect(await rows()).toHaveLength(5);
});

test('what nobody used for a month is forgotten; using it counts once a day', async () => {
  await compileAfterStart(course);
  const [kept, left] = await rows();
  const ago = (days: number) => sql`now() - make_interval(days => ${days})`;
  const setUsed = (hash: string | undefined, days: number) =>
    db
      .update(compiledLessons)
      .set({ usedAt: ago(days) })
      .where(eq(compiledLessons.hash, hash ?? ''));
  await setUsed(kept?.hash, 29);
  await setUsed(left?.hash, 31);
  await sweepCompiledLessons(db);
  expect((await rows()).map(({ hash }) => hash)).toEqual([kept?.hash]);
  await compileAfterStart(courseOf());
  await sweepCompiledLessons(db);
  await compileAfterStart(course);
  const [again] = await db
    .select()
    .from(compiledLessons)
    .where(eq(compiledLessons.hash, kept?.hash ?? ''));
  expect(Date.now() - (again?.usedAt.getTime() ?? 0)).toBeLessThan(60_000);
});
