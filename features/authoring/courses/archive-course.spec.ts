import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { auditLog, courseStaff } from '@/db/schema';
import { getCourse } from '@/features/catalog/get-course';
import { listCourses } from '@/features/catalog/list-courses';
import { enroll } from '@/features/enrollment/enroll';
import { getLesson } from '@/features/learning/get-lesson';
import { listMyLearning } from '@/features/learning/list-my-learning';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeStaff, makeUser } from '@/test/factories';
import { archiveCourse } from './archive-course';
import { restoreCourse } from './restore-course';

let db: Database;
let close: () => Promise<void>;
let course: Awaited<ReturnType<typeof makeCourse>>;
let ines: Actor;
let learner: Actor;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  course = await makeCourse(db);
  ines = await makeUser(db, { role: 'instructor' });
  learner = await makeUser(db);
  await makeStaff(db, ines, course.courseId);
  await makeEnrollment(db, learner, course);
});

const archive = (actor: Actor | null = ines) =>
  perform(archiveCourse, { course: course.slug }, { db, actor });
const restore = (actor: Actor | null = ines) =>
  perform(restoreCourse, { course: course.slug }, { db, actor });
const page = (actor: Actor | null) => perform(getCourse, { slug: course.slug }, { db, actor });
const isListed = async (actor: Actor | null) =>
  (await perform(listCourses, {}, { db, actor })).courses.some(({ slug }) => slug === course.slug);

test('an archived course is out of the catalog, and its page is not there for strangers', async () => {
  expect(await archive()).toEqual({ slug: course.slug, changed: true });
  const strangers = [null, await makeUser(db), await makeUser(db, { role: 'instructor' })];
  for (const actor of strangers) {
    await expect(page(actor)).rejects.toMatchObject({ name: 'NotFound' });
    expect(await isListed(actor)).toBe(false);
  }
  expect(await isListed(ines)).toBe(false);
  for (const actor of [ines, learner, await makeUser(db, { role: 'admin' })])
    expect(await page(actor)).toMatchObject({ slug: course.slug });
});

test('it takes no new learners and nobody back, and says why', async () => {
  const [newcomer, left] = [await makeUser(db), await makeUser(db)];
  await makeEnrollment(db, left, course, { state: 'withdrawn' });
  await archive();
  for (const actor of [newcomer, left]) {
    await expect(perform(enroll, { slug: course.slug }, { db, actor })).rejects.toMatchObject({
      code: 'course-archived',
      message: 'This course is archived: it takes no new learners.',
    });
  }
  expect((await page(left)).enroll.refusal).toBe('course-archived');
});

test('who is enrolled goes on learning', async () => {
  await archive();
  const lesson = await perform(getLesson, { course: course.slug, lesson: 'one' }, { db, actor: learner });
  expect(lesson).toBeTruthy();
  expect((await page(learner)).enroll).toMatchObject({ mayLearn: true });
  const { courses } = await perform(listMyLearning, {}, { db, actor: learner });
  expect(courses).toMatchObject([{ slug: course.slug }]);
});

test('a restored course is as it was', async () => {
  await archive();
  expect(await restore()).toEqual({ slug: course.slug, changed: true });
  expect(await isListed(null)).toBe(true);
  const actor = await makeUser(db);
  expect(await perform(enroll, { slug: course.slug }, { db, actor })).toMatchObject({ outcome: 'enrolled' });
});

test('asking twice changes nothing, and each change is in the audit log', async () => {
  await archive();
  expect((await archive()).changed).toBe(false);
  await restore();
  expect((await restore()).changed).toBe(false);
  const log = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `course:${course.slug}`));
  expect(log.filter(({ actorId }) => actorId === ines.userId).map(({ action }) => action)).toEqual([
    'archive-course',
    'restore-course',
  ]);
});

test('owners and administrators archive a course; for others there is none to archive', async () => {
  const editor = await makeUser(db, { role: 'instructor' });
  await db.insert(courseStaff).values({ courseId: course.courseId, userId: editor.userId, role: 'editor' });
  for (const actor of [editor, await makeUser(db, { role: 'instructor' }), learner]) {
    await expect(archive(actor)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(restore(actor)).rejects.toMatchObject({ name: 'NotFound' });
  }
  await expect(archive(null)).rejects.toMatchObject({ name: 'NotSignedIn' });
  expect(await isListed(null)).toBe(true);
  expect((await archive(await makeUser(db, { role: 'admin' }))).changed).toBe(true);
});
