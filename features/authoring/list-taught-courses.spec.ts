import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { courses } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeStaff, makeUser } from '@/test/factories';
import { listTaughtCourses } from './list-taught-courses';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const taughtBy = async (actor: Actor) => (await perform(listTaughtCourses, {}, { db, actor })).courses;

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
    { slug: own.slug, edition: { number: 1 }, enrolled: 3, active: 2, completed: 0 },
  ]);
  const all = await taughtBy(await makeUser(db, { role: 'admin' }));
  expect(all.map((course) => course.slug).sort()).toEqual([other.slug, own.slug, 'not-yet-published'].sort());
  expect(all.find((course) => course.slug === 'not-yet-published')?.edition).toBeNull();
});

test('an instructor who teaches nothing yet has an empty list', async () => {
  expect(await taughtBy(await makeUser(db, { role: 'instructor' }))).toEqual([]);
});

test('for a student there is no such page', async () => {
  const actor = await makeUser(db);
  await expect(perform(listTaughtCourses, {}, { db, actor })).rejects.toMatchObject({ name: 'NotFound' });
});
