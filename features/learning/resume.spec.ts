import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeUser } from '@/test/factories';
import { answerQuestion } from './answer-question';
import { completeLesson } from './complete-lesson';
import { listMyLearning } from './list-my-learning';
import { listReceipts } from './list-receipts';
import { recordViews } from './record-views';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

async function learner(person?: Actor) {
  const course = await makeCourse(db);
  const actor = person ?? (await makeUser(db));
  await makeEnrollment(db, actor, course);
  const at = (lesson: string) => ({ course: course.slug, lesson });
  return {
    slug: course.slug,
    actor,
    view: (lesson: string, ...blocks: string[]) =>
      perform(recordViews, { ...at(lesson), blocks }, { db, actor }),
    answer: (lesson: string, option: string) =>
      perform(
        answerQuestion,
        { ...at(lesson), block: 'q-1', answer: [option], key: randomUUID() },
        { db, actor },
      ),
    complete: (lesson: string) => perform(completeLesson, at(lesson), { db, actor }),
    courses: async () => (await perform(listMyLearning, {}, { db, actor })).courses,
  };
}

describe('Continue', () => {
  test('leads to the start of the first lesson for somebody who has not begun', async () => {
    const { slug, courses } = await learner();
    expect(await courses()).toMatchObject([
      { slug, percent: 0, minutesLeft: 20, next: { href: `/learn/${slug}/one`, started: false } },
    ]);
  });

  test('leads to the first open block of the lesson last worked in', async () => {
    const { slug, view, answer, courses } = await learner();
    await answer('one', 'b');
    await view('two', 'opening');
    expect((await courses())[0]?.next).toEqual({
      href: `/learn/${slug}/two#middle`,
      lessonTitle: 'Lesson two',
      started: true,
    });
    await view('one', 'opening');
    expect((await courses())[0]?.next?.href).toBe(`/learn/${slug}/one#middle`);
  });

  test('leads to a question that was answered wrong', async () => {
    const { slug, complete, answer, courses } = await learner();
    await complete('one');
    await answer('one', 'a');
    expect((await courses())[0]?.next?.href).toBe(`/learn/${slug}/one#q-1`);
  });

  test('leads from a finished lesson to the next, and back to one that was skipped', async () => {
    const { slug, complete, answer, courses } = await learner();
    await answer('two', 'b');
    await complete('two');
    expect(await courses()).toMatchObject([
      { lessonsDone: 1, minutesLeft: 10, next: { href: `/learn/${slug}/one` } },
    ]);
    await answer('one', 'b');
    await complete('one');
    expect(await courses()).toMatchObject([
      { percent: 100, lessonsDone: 2, minutesLeft: 0, next: null, completedAt: expect.any(Date) },
    ]);
  });

  test('shows the course last worked in first, and none that one left', async () => {
    const first = await learner();
    const second = await learner(first.actor);
    await makeEnrollment(db, first.actor, await makeCourse(db), { state: 'withdrawn' });
    await second.view('one', 'opening');
    await first.view('one', 'opening');
    expect((await first.courses()).map(({ slug }) => slug)).toEqual([first.slug, second.slug]);
  });

  test('leads nowhere once the time is over; what was done stays visible', async () => {
    const actor = await makeUser(db);
    const course = await makeCourse(db);
    await makeEnrollment(db, actor, course, { endsAt: new Date(Date.now() - 1000) });
    const { courses } = await perform(listMyLearning, {}, { db, actor });
    expect(courses).toMatchObject([{ slug: course.slug, mayLearn: false, next: null }]);
  });

  test('somebody in no course has an empty list', async () => {
    const actor = await makeUser(db);
    expect(await perform(listMyLearning, {}, { db, actor })).toEqual({ courses: [] });
  });
});

describe('receipts', () => {
  const receipts = (actor: Actor, slug: string, before: number | null = null) =>
    perform(listReceipts, { course: slug, before }, { db, actor });

  test('are all of one’s own, newest first, in the words of the course', async () => {
    const { slug, actor, view, answer } = await learner();
    await view('one', 'opening');
    await answer('one', 'a');
    const { receipts: list, older } = await receipts(actor, slug);
    expect(older).toBeNull();
    expect(list).toMatchObject([
      { lesson: 'Lesson one', block: 'q-1', kind: 'answered', correct: false },
      { lesson: 'Lesson one', block: 'opening', kind: 'viewed', correct: null },
    ]);
    expect(JSON.stringify(list)).not.toContain('CANARY');
  });

  test('of one learner are not those of another in the same course', async () => {
    const { slug, actor, view } = await learner();
    await view('one', 'opening');
    const other = await makeUser(db);
    await expect(receipts(other, slug)).rejects.toMatchObject({ name: 'NotFound' });
    expect((await receipts(actor, slug)).receipts).toHaveLength(1);
  });

  test('come a hundred at a time, with the way to older ones', async () => {
    const { slug, actor, answer } = await learner();
    for (let attempt = 0; attempt < 100; attempt += 1) await answer('one', 'a');
    expect(await receipts(actor, slug)).toMatchObject({ older: null });
    await answer('one', 'a');
    const first = await receipts(actor, slug);
    expect(first.receipts).toHaveLength(100);
    const rest = await receipts(actor, slug, first.older);
    expect(rest).toMatchObject({ receipts: [{ kind: 'answered' }], older: null });
  });

  test.each([0, -1, 1.5, 'x', 1e300])('a page that cannot be one is invalid: %s', async (before) => {
    const { slug, actor } = await learner();
    await expect(receipts(actor, slug, before as number)).rejects.toMatchObject({ name: 'InvalidInput' });
  });
});
