import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { lessonTallies } from '@/db/queries/figures';
import { courseStaff, enrollments, evidence } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { activeSeconds, longestPause } from '@/rules/learning/lesson-figures';
import { perform } from '@/server/operation';
import { answer, learn, many, start, teacherOf, view } from '@/test/cohort';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeUser } from '@/test/factories';
import { getCourseFigures } from './get-course-figures';
import { getLessonFigures } from './get-lesson-figures';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const ofCourse = (course: string, actor: Actor | null, edition = 'all') =>
  perform(getCourseFigures, { course, edition }, { db, actor });
const ofLesson = (course: string, actor: Actor | null, edition = 'all', lesson = 'one') =>
  perform(getLessonFigures, { course, edition, lesson }, { db, actor });

const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: Error) => error.name,
  );

/**
 * Sixty learners: 30 complete lesson one in 20 minutes of active time (a night between), 15 at the second
 * try after option a, 15 at once; 8 stop after the opening, 7 after a wrong answer, 5 never begin, and 10
 * have completed it in 4 minutes, at once.
 */
async function cohort() {
  const course = await makeCourse(db);
  const long = (...given: ReturnType<typeof answer>[]) => [
    view('opening'),
    view('middle', 600),
    view('middle', 90_000),
    ...given,
  ];
  await many(db, course, 15, long(answer('a', 90_300), answer('b', 90_600)), ['one']);
  await many(db, course, 15, long(answer('b', 90_600)), ['one']);
  await many(db, course, 10, [view('opening'), view('middle', 120), answer('b', 240)], ['one']);
  await many(db, course, 8, [view('opening')]);
  await many(db, course, 7, [view('opening'), view('middle', 30), answer('c', 60)]);
  await many(db, course, 5, []);
  return { course, actor: await teacherOf(db, course) };
}

describe('a made-up cohort', () => {
  test('has the figures it was made with', async () => {
    const { course, actor } = await cohort();
    const { figures, stops, questions } = await ofLesson(course.slug, actor);
    expect(figures).toEqual({ started: 55, completed: 40, minutes: 20 });
    expect(stops).toEqual({
      rows: [
        { id: 'opening', label: 'opening', learners: 8 },
        { id: 'q-1', label: 'q-1', learners: 7 },
      ],
    });
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatchObject({ answered: 47, right: 25, tries: 1.3, editions: [1] });
    expect(questions[0]?.options).toEqual([
      { id: 'a', html: 'a', right: false, misconception: '<p>CANARY_ANSWER_a</p>', chosen: 15 },
      { id: 'b', html: 'b', right: true, misconception: null, chosen: 25 },
      { id: 'c', html: 'c', right: false, misconception: '<p>CANARY_ANSWER_c</p>', chosen: 7 },
    ]);

    const whole = await ofCourse(course.slug, actor);
    expect(whole.learners).toEqual({ total: 60, waiting: 5, open: 55, completed: 0 });
    expect(whole.modules[0]?.lessons.map(({ id, figures: own }) => [id, own])).toEqual([
      ['one', { started: 55, completed: 40, minutes: 20 }],
      ['two', { started: 0, completed: 0, minutes: null }],
    ]);
    expect(whole).toMatchObject({ empty: false, gone: [] });
  });

  test('with small groups shows neither them nor what they can be subtracted from', async () => {
    const course = await makeCourse(db);
    const actor = await teacherOf(db, course);
    await many(db, course, 20, [view('opening'), answer('b')], ['one']);
    await many(db, course, 2, [view('opening'), answer('a')]);
    const { figures, stops, questions } = await ofLesson(course.slug, actor);
    expect(figures).toEqual({ started: 22, completed: 'many', minutes: 0 });
    expect(stops).toEqual({ rows: null, why: 'small' });
    expect(questions[0]).toMatchObject({ answered: 22, right: 'many', tries: 1 });
    expect(questions[0]?.options.map(({ chosen }) => chosen)).toEqual(['few', 'many', 0]);
    const whole = await ofCourse(course.slug, actor);
    expect(whole.modules[0]?.lessons[0]?.figures).toEqual(figures);
  });

  test('of three says only that they are few', async () => {
    const course = await makeCourse(db);
    const actor = await teacherOf(db, course);
    await many(db, course, 1, [view('opening'), answer('b')], ['one']);
    await many(db, course, 2, [view('opening'), answer('a')]);
    expect((await ofCourse(course.slug, actor)).learners).toEqual({
      total: 'few',
      waiting: 'few',
      open: 'few',
      completed: 'few',
    });
    const { figures, questions } = await ofLesson(course.slug, actor);
    expect(figures).toEqual({ started: 'few', completed: 'few', minutes: null });
    expect(questions[0]?.options.map(({ chosen }) => chosen)).toEqual(['few', 'few', 'few']);
  });

  test('of nobody is empty', async () => {
    const course = await makeCourse(db);
    const actor = await teacherOf(db, course);
    await many(db, course, 1, []);
    expect((await ofCourse(course.slug, actor)).empty).toBe(true);
    const { figures, stops, questions } = await ofLesson(course.slug, actor);
    expect(figures).toEqual({ started: 0, completed: 0, minutes: null });
    expect(stops).toEqual({ rows: [] });
    expect(questions[0]).toMatchObject({ answered: 0, right: 0, tries: null });
  });
});

describe('who counts', () => {
  test('people who left do; staff of the course and administrators do not', async () => {
    const course = await makeCourse(db);
    const actor = await teacherOf(db, course);
    const grader = await makeUser(db);
    await db.insert(courseStaff).values({ courseId: course.courseId, userId: grader.userId, role: 'grader' });
    const admin = await makeUser(db, { role: 'admin' });
    for (const person of [actor, grader, admin])
      await learn(db, course, await makeEnrollment(db, person, course), [view('opening'), answer('a')]);
    await many(db, course, 5, [view('opening'), answer('b')]);
    const left = await Promise.all(
      Array.from({ length: 5 }, async () =>
        makeEnrollment(db, await makeUser(db), course, { state: 'withdrawn' }),
      ),
    );
    for (const enrollmentId of left) await learn(db, course, enrollmentId, [view('opening')]);
    expect((await ofCourse(course.slug, actor)).learners).toMatchObject({ total: 10, open: 10 });
    const { figures, stops, questions } = await ofLesson(course.slug, actor);
    expect(figures).toMatchObject({ started: 10, completed: 0 });
    expect(stops).toMatchObject({
      rows: [
        { id: 'opening', learners: 5 },
        { id: 'q-1', learners: 5 },
      ],
    });
    expect(questions[0]).toMatchObject({ answered: 5, right: 5 });
  });

  test('the learners of another course do not', async () => {
    const course = await makeCourse(db);
    await many(db, await makeCourse(db), 6, [view('opening')]);
    expect((await ofCourse(course.slug, await teacherOf(db, course))).empty).toBe(true);
  });
});

test('active time in the database is the active time of the rule', async () => {
  const course = await makeCourse(db);
  const enrollmentId = await makeEnrollment(db, await makeUser(db), course);
  const second = fc.oneof(fc.nat(3000), fc.nat(100_000));
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(second, { minLength: 1, maxLength: 12 }), async (seconds) => {
      run += 1;
      const lessonId = `run-${run}`;
      await learn(
        db,
        course,
        enrollmentId,
        seconds.map((at) => ({ block: 'opening', at, lesson: lessonId })),
        [lessonId],
      );
      const [tally] = await lessonTallies(db, course.courseId, lessonId, longestPause);
      expect(tally?.seconds).toBe(activeSeconds(seconds.map((at) => new Date(start + at * 1000))));
    }),
    { numRuns: 60 },
  );
});

describe('who may see figures', () => {
  test('everybody of the course and administrators, and nobody else', async () => {
    const course = await makeCourse(db);
    const learner = await makeUser(db);
    await makeEnrollment(db, learner, course);
    const grader = await makeUser(db, { role: 'instructor' });
    await db.insert(courseStaff).values({ courseId: course.courseId, userId: grader.userId, role: 'grader' });
    const people: [Actor | null, string][] = [
      [await teacherOf(db, course), 'nothing'],
      [grader, 'nothing'],
      [await makeUser(db, { role: 'admin' }), 'nothing'],
      [await teacherOf(db, await makeCourse(db)), 'NotFound'],
      [learner, 'NotFound'],
      [null, 'NotSignedIn'],
    ];
    for (const [person, expected] of people) {
      expect(await failure(ofCourse(course.slug, person))).toBe(expected);
      expect(await failure(ofLesson(course.slug, person))).toBe(expected);
    }
  });

  test.each<[string, string, string]>([
    ['2', 'one', 'NotFound'],
    ['all', 'three', 'NotFound'],
    ['0', 'one', 'InvalidInput'],
    ['latest', 'one', 'InvalidInput'],
    ['all', '../one', 'InvalidInput'],
  ])('edition %s, lesson %s: %s', async (edition, lesson, expected) => {
    const course = await makeCourse(db);
    expect(await failure(ofLesson(course.slug, await teacherOf(db, course), edition, lesson))).toBe(expected);
  });

  test('a course without an edition has no figures yet', async () => {
    const course = await makeCourse(db);
    await db.execute(sql`update courses set current_edition_id = null where id = ${course.courseId}`);
    expect(await ofCourse(course.slug, await teacherOf(db, course))).toMatchObject({
      modules: [],
      empty: true,
    });
  });
});

test('reading figures writes nothing', async () => {
  const course = await makeCourse(db);
  const actor = await teacherOf(db, course);
  await many(db, course, 1, [view('opening')]);
  const state = async () =>
    JSON.stringify([await db.select().from(enrollments), await db.select().from(evidence)]);
  const before = await state();
  await ofCourse(course.slug, actor);
  await ofLesson(course.slug, actor);
  expect(await state()).toBe(before);
});
