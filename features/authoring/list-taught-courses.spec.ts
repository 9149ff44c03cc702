import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { replaceDraftAssets } from '@/db/queries/draft-assets';
import {
  deleteDraftFiles,
  draftFileAt,
  recordDraftFiles,
  renameDraftFiles,
  saveDraftFile,
} from '@/db/queries/drafts';
import { recordEditionFiles } from '@/db/queries/edition-files';
import { assets, courseStaff, courses } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { courseFiles, courseOf } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeStaff, makeUser } from '@/test/factories';
import { listTaughtCourses } from './list-taught-courses';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const listFor = (actor: Actor) => perform(listTaughtCourses, {}, { db, actor });
const taughtBy = async (actor: Actor) => (await listFor(actor)).courses;
const texts = Object.entries(courseFiles);

test('an instructor sees the courses they teach, with the people in them; an admin sees every course', async () => {
  const [own, other] = [await makeCourse(db), await makeCourse(db)];
  await db.insert(courses).values({ slug: 'not-yet-published' });
  const instructor = await makeUser(db, { role: 'instructor' });
  await makeStaff(db, instructor, own.courseId);
  await makeStaff(db, await makeUser(db, { role: 'instructor' }), own.courseId);
  for (const state of ['active', 'active', 'paused', 'withdrawn'] as const) {
    await makeEnrollment(db, await makeUser(db), own, { state });
  }
  expect(await taughtBy(instructor)).toMatchObject([
    { slug: own.slug, role: 'owner', edition: { number: 1 }, enrolled: 3, active: 2, completed: 0 },
  ]);
  const all = await taughtBy(await makeUser(db, { role: 'admin' }));
  expect(all.map((course) => course.slug).sort()).toEqual([other.slug, own.slug, 'not-yet-published'].sort());
  expect(all.find((course) => course.slug === 'not-yet-published')).toMatchObject({
    title: 'not-yet-published',
    role: null,
    edition: null,
    changed: null,
  });
});

test('a draft that was never published goes by its own title, and the one last saved comes first', async () => {
  const instructor = await makeUser(db, { role: 'instructor' });
  for (const title of ['First', 'Second']) {
    const [row] = await db.insert(courses).values({ slug: title.toLowerCase() }).returning();
    if (!row) throw new Error('no course');
    await db.insert(courseStaff).values({ courseId: row.id, userId: instructor.userId, role: 'editor' });
    await recordDraftFiles(db, row.id, [['course.yaml', `title: ${title}\n`]], null);
  }
  expect(await taughtBy(instructor)).toMatchObject([
    { title: 'Second', role: 'editor', edition: null, changed: null, savedAt: expect.any(Date) },
    { title: 'First' },
  ]);
});

test('the list says whether the draft differs from the edition that learners get', async () => {
  const instructor = await makeUser(db, { role: 'instructor' });
  const { courseId, editionId } = await makeCourse(db);
  await makeStaff(db, instructor, courseId);
  const changed = async () => (await taughtBy(instructor))[0]?.changed;
  const save = async (path: string, text: string) => {
    const file = await draftFileAt(db, courseId, path);
    if (!file) throw new Error(`no ${path}`);
    const { id, version } = file;
    await saveDraftFile(db, { courseId, id, version, text, by: instructor.userId });
  };
  const lesson = 'modules/1-first/1-one.md';
  const [hash, another] = ['a'.repeat(64), 'b'.repeat(64)];
  await db
    .insert(assets)
    .values([hash, another].map((one) => ({ hash: one, type: 'image/png', bytes: 1 }) as const));
  const picture = (one: string) =>
    replaceDraftAssets(db, courseId, new Map([['assets/a.png', { hash: one }]]), null);

  await recordDraftFiles(db, courseId, texts, null);
  await picture(hash);
  expect(await changed()).toBeNull();
  const asset = { hash, type: 'image/png', bytes: 1, width: null, height: null } as const;
  await recordEditionFiles(db, editionId, { ...courseOf(), assets: new Map([['assets/a.png', asset]]) });
  expect(await changed()).toBe(false);

  await save(lesson, `${courseFiles[lesson]}\nMore.\n`);
  expect(await changed()).toBe(true);
  await save(lesson, courseFiles[lesson]);
  expect(await changed()).toBe(false);

  await renameDraftFiles(db, courseId, new Map([[lesson, 'modules/1-first/2-one.md']]));
  expect(await changed()).toBe(true);
  await renameDraftFiles(db, courseId, new Map([['modules/1-first/2-one.md', lesson]]));
  await recordDraftFiles(db, courseId, [['sources/more.yaml', '[]']], null);
  expect(await changed()).toBe(true);
  await deleteDraftFiles(db, courseId, ['sources/more.yaml'], crypto.randomUUID());
  expect(await changed()).toBe(false);
  await picture(another);
  expect(await changed()).toBe(true);
  await deleteDraftFiles(
    db,
    courseId,
    texts.map(([path]) => path),
    crypto.randomUUID(),
  );
  expect(await changed()).toBe(true);
});

test('archived courses stand apart', async () => {
  const instructor = await makeUser(db, { role: 'instructor' });
  const [open, archived] = [await makeCourse(db), await makeCourse(db)];
  for (const { courseId } of [open, archived]) await makeStaff(db, instructor, courseId);
  await db.update(courses).set({ archivedAt: new Date() }).where(eq(courses.slug, archived.slug));
  expect(await listFor(instructor)).toMatchObject({
    courses: [{ slug: open.slug }],
    archived: [{ slug: archived.slug }],
  });
});

test('the list takes two queries, however many courses there are', async () => {
  const instructor = await makeUser(db, { role: 'instructor' });
  for (let i = 0; i < 12; i += 1) await makeStaff(db, instructor, (await makeCourse(db)).courseId);
  let queries = 0;
  const counting = new Proxy(db, {
    get(target, name, self) {
      if (name === 'execute' || name === 'select' || name === 'selectDistinct') queries += 1;
      return Reflect.get(target, name, self);
    },
  });
  const { courses: listed } = await perform(listTaughtCourses, {}, { db: counting, actor: instructor });
  expect([listed.length, queries]).toEqual([12, 2]);
});

test('an instructor who teaches nothing yet has an empty list', async () => {
  expect(await listFor(await makeUser(db, { role: 'instructor' }))).toEqual({ courses: [], archived: [] });
});

test('for a student there is no such page', async () => {
  const actor = await makeUser(db);
  await expect(perform(listTaughtCourses, {}, { db, actor })).rejects.toMatchObject({ name: 'NotFound' });
});
