import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { courses } from '@/db/schema';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeStaff, makeUser } from '@/test/factories';
import { getCourse } from './get-course';
import { listCourses } from './list-courses';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
  await db.insert(courses).values({ slug: 'a-draft' });
});
afterAll(() => close());

const slugsFor = async (actor: Parameters<typeof perform>[2]['actor']) =>
  (await perform(listCourses, {}, { db, actor })).courses.map((course) => course.slug);

test('a draft course does not exist for visitors', async () => {
  const actor = await makeUser(db);
  for (const who of [null, actor]) {
    expect(await slugsFor(who)).not.toContain('a-draft');
    await expect(perform(getCourse, { slug: 'a-draft' }, { db, actor: who })).rejects.toMatchObject({
      name: 'NotFound',
    });
  }
});

test('an address that no course can have is no course, and reaches no query', async () => {
  for (const slug of ['no-such-course', 'UPPER', '../etc', "x' or 1=1", 'nul\0', '', 'a'.repeat(300)]) {
    await expect(perform(getCourse, { slug }, { db, actor: null })).rejects.toMatchObject({
      name: expect.stringMatching(/^(NotFound|InvalidInput)$/),
    });
  }
});

test('the catalog lists what is published and says where the viewer is enrolled', async () => {
  const [mine, left, other] = [await makeCourse(db), await makeCourse(db), await makeCourse(db)];
  const actor = await makeUser(db);
  await makeEnrollment(db, actor, mine);
  await makeEnrollment(db, actor, left, { state: 'withdrawn' });
  const { courses: listed } = await perform(listCourses, {}, { db, actor });
  const enrolled = new Map(listed.map((course) => [course.slug, course.enrolled]));
  expect(enrolled.get(mine.slug)).toBe(true);
  expect(enrolled.get(left.slug)).toBe(false);
  expect(enrolled.get(other.slug)).toBe(false);
  expect(listed.filter((course) => course.withdrawn).map((course) => course.slug)).toEqual([left.slug]);
  expect(listed.find((course) => course.slug === mine.slug)).toMatchObject({
    edition: 1,
    minutes: 20,
    modules: [{ title: 'Module one', minutes: [10, 10] }],
  });
});

test('somebody who is not signed in sees the same catalog, enrolled in nothing', async () => {
  const { courses: listed } = await perform(listCourses, {}, { db, actor: null });
  expect(listed.length).toBeGreaterThan(0);
  expect(listed.every((course) => !course.enrolled)).toBe(true);
});

test('the course page shows the syllabus without the blocks or keys of its lessons', async () => {
  const { slug, courseId } = await makeCourse(db, { seats: 3 });
  const teacher = await makeUser(db, { role: 'instructor', name: 'Tina Teacher' });
  await makeStaff(db, teacher, courseId);
  const course = await perform(getCourse, { slug }, { db, actor: null });
  expect(course).toMatchObject({
    minutes: 20,
    lessonCount: 2,
    staff: ['Tina Teacher'],
    edition: { number: 1 },
    choices: [{ told: ['3 of 3 seats left.'] }],
    enroll: { state: 'none', mayLearn: false, refusal: 'sign-in-first' },
  });
  expect(Object.keys(course.modules[0]?.lessons[0] ?? {}).sort()).toEqual([
    'held',
    'id',
    'minutes',
    'summary',
    'title',
  ]);
  expect(JSON.stringify(course)).not.toContain('CANARY');
});

test('the syllabus says when a lesson opens for somebody who begins now', async () => {
  const releases = { two: { opens: '2999-01-01 09:00' }, three: { prerequisites: ['one', 'two'] } };
  const { slug } = await makeCourse(db, { lessons: ['one', 'two', 'three'], releases });
  const { modules } = await perform(getCourse, { slug }, { db, actor: null });
  expect(modules.map((module) => [module.held, module.lessons.map((lesson) => lesson.held)])).toEqual([
    [
      null,
      [null, 'Opens 1 January 2999, 09:00 (UTC).', 'Opens when “Lesson one” and “Lesson two” are complete.'],
    ],
  ]);
});

test('the page says the same about enrolling as the enrollment itself would', async () => {
  const open = await makeCourse(db);
  const closed = await makeCourse(db, { policy: 'closed' });
  const [person, unconfirmed, learner] = [
    await makeUser(db),
    await makeUser(db, { confirmed: false }),
    await makeUser(db),
  ];
  await makeEnrollment(db, learner, open);
  const see = async (slug: string, actor: typeof person) =>
    (await perform(getCourse, { slug }, { db, actor })).enroll;
  expect(await see(open.slug, person)).toEqual({
    state: 'none',
    mayLearn: false,
    standing: null,
    action: 'enroll',
    refusal: null,
  });
  expect((await see(open.slug, unconfirmed)).refusal).toBe('confirm-email-first');
  expect((await see(closed.slug, person)).refusal).toBe('enrollment-closed');
  expect(await see(open.slug, learner)).toMatchObject({
    state: 'active',
    mayLearn: true,
    refusal: 'already-enrolled',
  });
});
