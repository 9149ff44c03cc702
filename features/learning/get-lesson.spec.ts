import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeStaff, makeUser } from '@/test/factories';
import { answerQuestion } from './answer-question';
import { completeLesson } from './complete-lesson';
import { getLesson } from './get-lesson';
import { getStanding } from './get-standing';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

async function learner() {
  const course = await makeCourse(db);
  const actor = await makeUser(db);
  const enrollmentId = await makeEnrollment(db, actor, course);
  const at = { course: course.slug, lesson: 'one' };
  return {
    course,
    at,
    actor,
    enrollmentId,
    read: (lesson = 'one') => perform(getLesson, { ...at, lesson }, { db, actor }),
    answer: (answer: string[], lesson = 'one') =>
      perform(answerQuestion, { ...at, lesson, block: 'q-1', answer, key: randomUUID() }, { db, actor }),
  };
}

/** What of the keys can be read out of an answer of the server. */
const leaks = (screen: unknown) =>
  ['CANARY_ANSWER_a', 'CANARY_ANSWER_c', 'right</p>', '"correct"', 'feedback'].filter((word) =>
    JSON.stringify(screen).includes(word),
  );

describe('what a lesson gives away', () => {
  test('is nothing of a key before the question is answered', async () => {
    const { read, actor, course } = await learner();
    expect(leaks(await read())).toEqual([]);
    expect(leaks(await perform(getStanding, { course: course.slug }, { db, actor }))).toEqual([]);
  });

  test('is the feedback of the option that was given, and of no other', async () => {
    const { read, answer } = await learner();
    await answer(['a']);
    const screen = await read();
    expect(leaks(screen)).toEqual(['CANARY_ANSWER_a', '"correct"']);
    expect(screen.given['q-1']?.verdict.options).toEqual([
      { id: 'a', right: false, html: '<p>CANARY_ANSWER_a</p>' },
    ]);
  });

  test('in one lesson is nothing of the answers given in another', async () => {
    const { read, answer } = await learner();
    await answer(['a'], 'one');
    expect(leaks(await read('two'))).toEqual([]);
    expect((await read('two')).given).toEqual({});
  });

  test('to one learner is nothing of what another answered', async () => {
    const one = await learner();
    await one.answer(['c']);
    const other = await makeUser(db);
    await makeEnrollment(db, other, one.course);
    expect(leaks(await perform(getLesson, one.at, { db, actor: other }))).toEqual([]);
  });

  test('to staff in preview is no key either', async () => {
    const { at, course } = await learner();
    const actor = await makeUser(db, { role: 'instructor' });
    await makeStaff(db, actor, course.courseId);
    expect(leaks(await perform(getLesson, at, { db, actor }))).toEqual([]);
  });

  test('after completing it is only what is missing, by name', async () => {
    const { at, actor } = await learner();
    expect(leaks(await perform(completeLesson, at, { db, actor }))).toEqual([]);
  });
});

describe('the lesson on the screen', () => {
  test('stands in its place, with its neighbours', async () => {
    const { read, enrollmentId, course } = await learner();
    expect(await read('one')).toMatchObject({
      course: { slug: course.slug, edition: 1 },
      preview: false,
      enrollmentId,
      lesson: { id: 'one' },
      position: { number: 1, of: 2 },
      previous: null,
      next: { id: 'two', title: 'Lesson two' },
    });
    expect(await read('two')).toMatchObject({ previous: { id: 'one' }, next: null });
  });

  test('says of every question how it is answered', async () => {
    const { read } = await learner();
    const { segments } = (await read()).view;
    const said = segments.map(({ id, question }) => [id, question?.answerForm, question?.instruction]);
    expect(said).toEqual([
      ['opening', undefined, undefined],
      ['q-1', 'one', 'Choose one.'],
    ]);
  });

  test('shows the standing in the whole course; what is missing only where the learner began', async () => {
    const { read, answer } = await learner();
    await answer(['b']);
    const { syllabus, progress } = await read();
    expect(progress).toEqual({ done: ['q-1'], total: 3, percent: 33, complete: false });
    expect(syllabus[0]).toMatchObject({ percent: 16, lessonsDone: 0 });
    expect(syllabus[0]?.lessons.map(({ missing }) => missing.map(({ id }) => id))).toEqual([
      ['opening', 'middle'],
      [],
    ]);
  });
});
