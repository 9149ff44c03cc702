import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeStaff, makeUser } from '@/test/factories';
import { answerQuestion } from './answer-question';
import { completeLesson } from './complete-lesson';
import { getLesson } from './get-lesson';
import { getStanding } from './get-standing';
import { recordViews } from './record-views';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const notFound = { name: 'NotFound' };

async function learner(options: Parameters<typeof makeCourse>[1]) {
  const course = await makeCourse(db, options);
  const actor = await makeUser(db);
  await makeEnrollment(db, actor, course);
  const at = (lesson: string) => ({ course: course.slug, lesson });
  const answer = (lesson: string) =>
    perform(answerQuestion, { ...at(lesson), block: 'q-1', answer: ['b'], key: randomUUID() }, { db, actor });
  return {
    course,
    actor,
    read: (lesson: string, who: Actor = actor) => perform(getLesson, at(lesson), { db, actor: who }),
    standing: () => perform(getStanding, { course: course.slug }, { db, actor }),
    view: (lesson: string) => perform(recordViews, { ...at(lesson), blocks: ['opening'] }, { db, actor }),
    answer,
    async finish(lesson: string) {
      await answer(lesson);
      await perform(completeLesson, at(lesson), { db, actor });
    },
  };
}

describe('a lesson that may not be begun yet', () => {
  const later = { releases: { two: { opens: '2999-01-01 09:00' } } };

  test('is missing for learners, whatever door they try', async () => {
    const { read, view, answer } = await learner(later);
    await expect(read('two')).rejects.toMatchObject(notFound);
    await expect(view('two')).rejects.toMatchObject(notFound);
    await expect(answer('two')).rejects.toMatchObject(notFound);
  });

  test('stands in the syllabus with the sentence that says when it opens', async () => {
    const { standing } = await learner(later);
    const lessons = (await standing()).modules.flatMap((module) => module.lessons);
    expect(lessons.map(({ held }) => held)).toEqual([null, 'Opens 1 January 2999, 09:00 (UTC).']);
  });

  test('is read by the staff of the course', async () => {
    const { course, read } = await learner(later);
    const teacher = await makeUser(db, { role: 'instructor' });
    await makeStaff(db, teacher, course.courseId);
    expect((await read('two', teacher)).lesson.id).toBe('two');
  });

  test('is not where *Continue* leads: the learner is told what they wait for', async () => {
    const { finish, standing } = await learner(later);
    await finish('one');
    expect(await standing()).toMatchObject({ next: null, waiting: 'Opens 1 January 2999, 09:00 (UTC).' });
  });
});

describe('a lesson that builds on another', () => {
  test('names it, and is open without it', async () => {
    const { read } = await learner({ releases: { two: { preparation: ['one'] } } });
    expect((await read('two')).lesson.readBefore).toEqual(['one']);
    expect((await read('one')).lesson.readBefore).toEqual([]);
  });

  test('names what it waits for, too, and nothing twice', async () => {
    const lessons = ['one', 'two', 'three'];
    const { finish, read } = await learner({
      lessons,
      releases: { three: { prerequisites: ['two'], preparation: ['one', 'two'] } },
    });
    await finish('two');
    expect((await read('three')).lesson.readBefore).toEqual(['two', 'one']);
  });
});

describe('a lesson that needs another', () => {
  test('opens with its completion, and is offered as the next one before that', async () => {
    const { finish, read, standing } = await learner({ releases: { two: { prerequisites: ['one'] } } });
    await expect(read('two')).rejects.toMatchObject(notFound);
    expect((await read('one')).next).toEqual({ id: 'two', title: 'Lesson two' });
    await finish('one');
    expect((await read('two')).lesson.id).toBe('two');
    expect((await standing()).next?.href).toContain('/two');
  });

  test('is not offered as the next one while it waits for something else', async () => {
    const { read } = await learner({
      lessons: ['one', 'two', 'three'],
      releases: { two: { prerequisites: ['one'], opens: '2999-01-01' } },
    });
    expect((await read('one')).next).toBeNull();
  });
});
