import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { auditLog, courseStaff, courses } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { InvalidInput, NotFound, perform } from '@/server/operation';
import { contentType, formOf, memoryStore, zipOfFiles } from '@/test/archives';
import { courseFiles } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { admitNewCourse } from './admit-new-course';
import { createFromImport } from './create-from-import';
import { exportCourse } from './export-course';
import { getNewCourse } from './get-new-course';
import { listNewCourses } from './list-new-courses';
import { prepareUpload } from './prepare-upload';
import { stageNewCourse } from './stage-new-course';

let db: Database;
let close: () => Promise<void>;
let owner: Actor;
let slug: string;
let count = 0;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const filesOf = (course: string) => ({
  ...courseFiles,
  'course.yaml': courseFiles['course.yaml'].replace('small-course', course),
});
const as = (actor: Actor) => ({ db, actor });

/** A prepared upload of some files. */
const prepared = (files: Record<string, string>) =>
  prepareUpload(formOf([{ name: 'course.zip', data: zipOfFiles(files) }], 64 * 1024), {
    contentType,
    store: memoryStore(),
    verified: '2026-11-23',
    into: null,
  });

beforeEach(async () => {
  owner = await makeUser(db, { role: 'instructor' });
  count += 1;
  slug = `course-${count}`;
  const { id } = await perform(stageNewCourse, { prepared: await prepared(filesOf(slug)) }, as(owner));
  await perform(createFromImport, { import: id, slug }, as(owner));
});

describe('an import that becomes a course', () => {
  test('is first shown and then made, by and for whoever uploaded it', async () => {
    const other = `other-${count}`;
    const { id } = await perform(stageNewCourse, { prepared: await prepared(filesOf(other)) }, as(owner));
    expect(await perform(listNewCourses, {}, as(owner))).toMatchObject({ imports: [{ id, way: 'whole' }] });
    expect(await perform(getNewCourse, { import: id }, as(owner))).toMatchObject({
      made: null,
      slug: other,
      taken: false,
      title: 'A small course',
      modules: 1,
      lessons: 1,
      unchanged: 0,
    });
    expect(await db.select().from(courses).where(eq(courses.slug, other))).toEqual([]);
    expect(await perform(createFromImport, { import: id, slug: other }, as(owner))).toEqual({
      slug: other,
      made: true,
    });
    const [course] = await db.select().from(courses).where(eq(courses.slug, other));
    const [staff] = await db
      .select()
      .from(courseStaff)
      .where(eq(courseStaff.courseId, course?.id ?? ''));
    expect(staff).toMatchObject({ userId: owner.userId, role: 'owner' });
    expect(course).toMatchObject({ currentEditionId: null, zone: 'UTC' });
    const log = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.object, `course:${other}`));
    expect(log).toMatchObject([{ action: 'create-from-import', actorId: owner.userId }]);
    expect(await perform(listNewCourses, {}, as(owner))).toEqual({ imports: [] });
  });

  test('is one course, however often it is asked for, and at once', async () => {
    const { id } = await perform(stageNewCourse, { prepared: await prepared(filesOf('x')) }, as(owner));
    const ask = (name: string) =>
      perform(createFromImport, { import: id, slug: `${name}-${count}` }, as(owner));
    const made = await Promise.all(['once', 'twice', 'thrice'].map(ask));
    expect(made.filter((answer) => answer.made)).toHaveLength(1);
    expect(new Set(made.map((answer) => answer.slug)).size).toBe(1);
    expect((await ask('again')).slug).toBe(made[0]?.slug);
    expect(await perform(getNewCourse, { import: id }, as(owner))).toMatchObject({ made: made[0]?.slug });
  });

  test('asks for another address where its own is taken, and writes it into course.yaml', async () => {
    const { id } = await perform(stageNewCourse, { prepared: await prepared(filesOf(slug)) }, as(owner));
    expect(await perform(getNewCourse, { import: id }, as(owner))).toMatchObject({ taken: true });
    const ask = (name: string) => perform(createFromImport, { import: id, slug: name }, as(owner));
    await expect(ask(slug)).rejects.toMatchObject({ fields: { slug: expect.stringContaining('already') } });
    for (const bad of ['', 'Bad Slug', 'import', 'new', 'a'.repeat(61), '../x'])
      await expect(ask(bad)).rejects.toBeInstanceOf(InvalidInput);
    await ask(`own-${count}`);
    const { files } = await perform(exportCourse, { course: `own-${count}` }, as(owner));
    expect(files.texts.get('course.yaml')).toBe(filesOf(`own-${count}`)['course.yaml']);
  });

  test('is nobody else’s, not even an administrator’s, and is for teaching staff', async () => {
    const { id } = await perform(stageNewCourse, { prepared: await prepared(filesOf('y')) }, as(owner));
    for (const role of ['student', 'instructor', 'admin'] as const) {
      const actor = await makeUser(db, { role });
      await expect(perform(getNewCourse, { import: id }, as(actor))).rejects.toBeInstanceOf(NotFound);
      await expect(perform(createFromImport, { import: id, slug: 'z' }, as(actor))).rejects.toBeInstanceOf(
        NotFound,
      );
    }
    const student = await makeUser(db);
    await expect(perform(admitNewCourse, {}, as(student))).rejects.toBeInstanceOf(NotFound);
    await expect(perform(listNewCourses, {}, as(student))).rejects.toBeInstanceOf(NotFound);
    await expect(
      perform(stageNewCourse, { prepared: await prepared(filesOf('z')) }, as(student)),
    ).rejects.toBeInstanceOf(NotFound);
  });
});
