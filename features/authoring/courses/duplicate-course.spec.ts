import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { draftAssetsOf, replaceDraftAssets } from '@/db/queries/draft-assets';
import { deleteDraftFiles, recordDraftFiles } from '@/db/queries/drafts';
import { assets, auditLog, courseStaff, courses } from '@/db/schema';
import type { Actor } from '@/rules/access';
import type { CourseRole } from '@/rules/accounts/roles';
import { perform } from '@/server/operation';
import { courseFiles } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeCourse, makeUser } from '@/test/factories';
import { compileCourse } from '../compile/course';
import { draftOf } from '../studio';
import { duplicateCourse } from './duplicate-course';

let db: Database;
let close: () => Promise<void>;
let ines: Actor;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
  ines = await makeUser(db, { role: 'instructor' });
});
afterAll(() => close());

/** A course with a draft of six files, one that was deleted, and a picture. */
async function drafted(texts: Record<string, string> = courseFiles) {
  const { slug, courseId } = await makeCourse(db, { seats: 3 });
  await recordDraftFiles(db, courseId, Object.entries({ ...texts, 'sources/gone.yaml': '[]' }), null);
  await deleteDraftFiles(db, courseId, ['sources/gone.yaml'], crypto.randomUUID());
  const hash = 'a'.repeat(64);
  await db.insert(assets).values({ hash, type: 'image/png', bytes: 10 }).onConflictDoNothing();
  await replaceDraftAssets(db, courseId, new Map([['assets/a.png', { hash }]]), null);
  await db.insert(courseStaff).values({ courseId, userId: ines.userId, role: 'owner' });
  return { slug, courseId };
}
const duplicate = (course: string, input: object = {}, actor: Actor | null = ines) =>
  perform(duplicateCourse, { course, title: 'Copy of a course', ...input }, { db, actor });
const rowOf = async (slug: string) => {
  const [row] = await db.select().from(courses).where(eq(courses.slug, slug));
  if (!row) throw new Error(`no course ${slug}`);
  return row;
};

test('a copy has the files and pictures of the draft, a name of its own, and nobody of the original', async () => {
  const original = await drafted();
  const { slug } = await duplicate(original.slug);
  expect(slug).toBe('copy-of-a-course');
  const copy = await rowOf(slug);
  expect(copy).toMatchObject({ currentEditionId: null, archivedAt: null, seats: null, sourceHash: null });
  expect(await db.select().from(courseStaff).where(eq(courseStaff.courseId, copy.id))).toMatchObject([
    { userId: ines.userId, role: 'owner' },
  ]);
  const [before, after] = [await draftOf(db, original.courseId), await draftOf(db, copy.id)];
  expect([...after.texts.keys()]).toEqual([...before.texts.keys()]);
  for (const [path, text] of before.texts) {
    if (path !== 'course.yaml') expect(after.texts.get(path)).toBe(text);
  }
  expect(after.texts.get('course.yaml')).toBe(
    courseFiles['course.yaml']
      .replace('slug: small-course', `slug: ${slug}`)
      .replace('title: A small course', 'title: Copy of a course'),
  );
  expect(await draftAssetsOf(db, copy.id)).toEqual(await draftAssetsOf(db, original.courseId));
  expect((await compileCourse(after)).course).toMatchObject({
    slug,
    manifest: { title: 'Copy of a course' },
  });
  expect(
    await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.object, `course:${slug}`)),
  ).toMatchObject([{ action: 'duplicate-course', detail: { from: original.slug } }]);
});

test('a copy may be copied, and a typed address is used or its mistake said', async () => {
  const { slug: original } = await drafted();
  const { slug } = await duplicate(original, { slug: 'second-edition' });
  expect(await duplicate(slug, { title: '副本' })).toEqual({ slug: expect.stringMatching(/^course-/) });
  await expect(duplicate(original, { slug: 'second-edition' })).rejects.toMatchObject({
    fields: { slug: 'Another course has this address. second-edition-2 is free.' },
  });
});

test('without a course.yaml that can be read there is no copy, and nothing is left of one', async () => {
  const count = async () => (await db.select().from(courses)).length;
  for (const head of [undefined, 'title: "open', '- a list']) {
    const { 'course.yaml': _head, ...rest } = courseFiles;
    const { slug } = await drafted(head === undefined ? rest : { ...rest, 'course.yaml': head });
    const before = await count();
    await expect(duplicate(slug)).rejects.toMatchObject({ code: 'course-head-unreadable' });
    expect(await count()).toBe(before);
  }
});

test('owners, editors and administrators copy a course; for others it is not there', async () => {
  const { slug, courseId } = await drafted();
  const member = async (role: CourseRole) => {
    const person = await makeUser(db, { role: 'instructor' });
    await db.insert(courseStaff).values({ courseId, userId: person.userId, role });
    return person;
  };
  for (const actor of [await member('editor'), await makeUser(db, { role: 'admin' })])
    expect(await duplicate(slug, {}, actor)).toEqual({ slug: expect.any(String) });
  const strangers = [await makeUser(db, { role: 'instructor' }), await makeUser(db), await member('grader')];
  for (const actor of strangers)
    await expect(duplicate(slug, {}, actor)).rejects.toMatchObject({ name: 'NotFound' });
  await expect(duplicate(slug, {}, null)).rejects.toMatchObject({ name: 'NotSignedIn' });
});
