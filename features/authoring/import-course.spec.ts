import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { answerKeys, auditLog, courses, editionLessons, editions } from '@/db/schema';
import { getLesson } from '@/features/learning/get-lesson';
import { perform } from '@/server/operation';
import { courseFiles, courseFolder, removeCourseFolders } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeEnrollment, makeUser } from '@/test/factories';
import { compileCourse } from './compile/course';
import { readCourseFolder } from './course-folder';
import { importCourse, platform } from './import-course';
import { publishEdition } from './publish-edition';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(async () => {
  removeCourseFolders();
  await close();
});

const file = 'modules/1-first/1-one.md';
let count = 0;

/** A course of its own for a test: its folder as it is, and with changes. */
function newCourse() {
  count += 1;
  const slug = `course-${count}`;
  const folder = (changes: Record<string, string> = {}) =>
    courseFolder({ 'course.yaml': courseFiles['course.yaml'].replace('small-course', slug), ...changes });
  return {
    slug,
    folder,
    changed: () => folder({ [file]: courseFiles[file].replace('The opening', 'The new opening') }),
    wrong: () => folder({ [file]: courseFiles[file].replace('ref="D1"', 'ref="D9"') }),
  };
}

async function stored(slug: string) {
  const [course] = await db.select().from(courses).where(eq(courses.slug, slug));
  const rows = course ? await db.select().from(editions).where(eq(editions.courseId, course.id)) : [];
  return {
    courseId: course?.id ?? '',
    numbers: rows.map(({ number }) => number).sort(),
    current: rows.find(({ id }) => id === course?.currentEditionId)?.number ?? null,
    currentId: course?.currentEditionId ?? '',
  };
}

describe('a course folder', () => {
  test('without mistakes becomes edition 1, its keys apart from its lessons, with an audit entry', async () => {
    const { slug, folder } = newCourse();
    expect(await importCourse(db, folder())).toEqual({
      ok: true,
      message: 'A small course: edition 1 published.',
    });
    const { numbers, current, currentId } = await stored(slug);
    expect([numbers, current]).toEqual([[1], 1]);
    const [lesson] = await db.select().from(editionLessons).where(eq(editionLessons.editionId, currentId));
    const [key] = await db.select().from(answerKeys).where(eq(answerKeys.editionId, currentId));
    expect(lesson?.lessonId).toBe('one');
    expect(key?.keys).toMatchObject({ 'q-1': { correct: ['b'] } });
    expect(
      await db
        .select()
        .from(auditLog)
        .where(eq(auditLog.object, `course:${slug}`)),
    ).toMatchObject([
      { actorId: null, action: 'publish-edition', detail: { edition: 1, outcome: 'published' } },
    ]);
  });

  test('with a mistake changes nothing, and says where it is', async () => {
    const { slug, folder, wrong } = newCourse();
    await importCourse(db, folder());
    const before = await stored(slug);
    const bad = wrong();
    const { ok, message } = await importCourse(db, bad);
    expect(ok).toBe(false);
    expect(message).toMatch(new RegExp(`${bad}/${file}:\\d+: there is no passage "D9"`));
    expect(await stored(slug)).toEqual(before);
  });

  test('with a mistake from the start makes no course', async () => {
    const { slug, wrong } = newCourse();
    await importCourse(db, wrong());
    expect((await stored(slug)).courseId).toBe('');
  });

  test('that equals what is published publishes nothing', async () => {
    const { slug, folder } = newCourse();
    await importCourse(db, folder());
    expect(await importCourse(db, folder())).toEqual({ ok: true, message: null });
    expect(await stored(slug)).toMatchObject({ numbers: [1], current: 1 });
    expect(
      await db
        .select()
        .from(auditLog)
        .where(eq(auditLog.object, `course:${slug}`)),
    ).toHaveLength(1);
  });

  test('that changed becomes the next edition; who is enrolled stays on theirs', async () => {
    const { slug, folder, changed } = newCourse();
    await importCourse(db, folder());
    const first = await stored(slug);
    const actor = await makeUser(db);
    await makeEnrollment(db, actor, { courseId: first.courseId, editionId: first.currentId });
    expect((await importCourse(db, changed())).message).toContain('edition 2 published');
    expect(await stored(slug)).toMatchObject({ numbers: [1, 2], current: 2 });
    const screen = await perform(getLesson, { course: slug, lesson: 'one' }, { db, actor });
    expect(screen.course.edition).toBe(1);
    expect(screen.view.segments[0]?.html).toContain('The opening');
  });

  test('that goes back to what it was makes the older edition current again', async () => {
    const { slug, folder, changed } = newCourse();
    await importCourse(db, folder());
    await importCourse(db, changed());
    expect((await importCourse(db, folder())).message).toContain('edition 1 restored');
    expect(await stored(slug)).toMatchObject({ numbers: [1, 2], current: 1 });
    expect((await importCourse(db, changed())).message).toContain('edition 2 restored');
  });

  test('imported by five replicas at once is one edition', async () => {
    const { slug, folder } = newCourse();
    const path = folder();
    const results = await Promise.all(Array.from({ length: 5 }, () => importCourse(db, path)));
    expect(results.filter(({ message }) => message !== null)).toHaveLength(1);
    expect(await stored(slug)).toMatchObject({ numbers: [1], current: 1 });
  });
});

describe('an edition', () => {
  test('is published by the platform alone', async () => {
    const { slug, folder } = newCourse();
    const { course } = await compileCourse(await readCourseFolder(folder()));
    for (const role of ['student', 'instructor', 'admin'] as const) {
      const actor = await makeUser(db, { role });
      await expect(perform(publishEdition, course as never, { db, actor })).rejects.toMatchObject({
        name: 'NotFound',
      });
    }
    expect((await stored(slug)).courseId).toBe('');
  });

  test('is never changed afterwards', async () => {
    const { slug, folder } = newCourse();
    await importCourse(db, folder());
    const { currentId } = await stored(slug);
    await expect(db.update(editions).set({ number: 9 }).where(eq(editions.id, currentId))).rejects.toThrow();
    await expect(db.delete(answerKeys).where(eq(answerKeys.editionId, currentId))).rejects.toThrow();
    await expect(
      db.update(editionLessons).set({ lessonId: 'x' }).where(eq(editionLessons.editionId, currentId)),
    ).rejects.toThrow();
  });

  test.each([[null], ['text'], [undefined]])('is not made of %j', async (raw) => {
    await expect(perform(publishEdition, raw as never, { db, actor: platform })).rejects.toMatchObject({
      name: 'InvalidInput',
    });
  });
});
