import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { enrollmentEvents, enrollments, evidence, lessonProgress } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { viewKey } from '@/rules/learning/evidence';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeUser } from '@/test/factories';
import { answerQuestion } from './answer-question';
import { completeLesson } from './complete-lesson';
import { recordViews } from './record-views';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

async function learner(lessons?: string[]) {
  const course = await makeCourse(db, { lessons });
  const actor = await makeUser(db);
  const enrollmentId = await makeEnrollment(db, actor, course);
  const at = (lesson: string) => ({ course: course.slug, lesson });
  return {
    actor,
    enrollmentId,
    editionId: course.editionId,
    complete: (lesson = 'one') => perform(completeLesson, at(lesson), { db, actor }),
    view: (blocks: string[], lesson = 'one') =>
      perform(recordViews, { ...at(lesson), blocks }, { db, actor }),
    answer: (answer: string[], lesson = 'one', key: string = randomUUID()) =>
      perform(answerQuestion, { ...at(lesson), block: 'q-1', answer, key }, { db, actor }),
  };
}

const ledger = (enrollmentId: string) =>
  db
    .select({ block: evidence.blockId, lesson: evidence.lessonId })
    .from(evidence)
    .where(eq(evidence.enrollmentId, enrollmentId));
const stored = async (enrollmentId: string, lesson = 'one') => {
  const [row] = await db
    .select()
    .from(lessonProgress)
    .where(and(eq(lessonProgress.enrollmentId, enrollmentId), eq(lessonProgress.lessonId, lesson)));
  return row;
};
const blocksOf = (rows: { block: string }[]) => rows.map(({ block }) => block).sort();

describe('saying that a lesson is read', () => {
  test('records everything to read in it, and names what is still missing', async () => {
    const { complete, enrollmentId } = await learner();
    expect(await complete()).toEqual({
      done: ['opening', 'middle'],
      total: 3,
      percent: 66,
      complete: false,
      missing: [{ id: 'q-1', label: 'q-1' }],
      nextLessonId: 'two',
    });
    expect(blocksOf(await ledger(enrollmentId))).toEqual(['middle', 'opening']);
  });

  test('twice is once', async () => {
    const { complete, enrollmentId } = await learner();
    expect(await complete()).toEqual(await complete());
    expect(await ledger(enrollmentId)).toHaveLength(2);
  });

  test('twenty times at once is one row a block, and all get the same answer', async () => {
    const { complete, enrollmentId } = await learner();
    const answers = await Promise.all(Array.from({ length: 20 }, () => complete()));
    for (const { done } of answers) expect(done).toEqual(['opening', 'middle']);
    expect(blocksOf(await ledger(enrollmentId))).toEqual(['middle', 'opening']);
  });

  test('after its question was answered completes it; the last lesson has no next', async () => {
    const { complete, answer } = await learner();
    await answer(['b'], 'two');
    expect(await complete('two')).toMatchObject({
      complete: true,
      percent: 100,
      missing: [],
      nextLessonId: null,
    });
  });
});

describe('blocks that were seen', () => {
  test('count once, however often and in whatever order they are named', async () => {
    const { view, enrollmentId } = await learner();
    await view(['middle', 'opening', 'middle']);
    expect(await view(['opening'])).toMatchObject({ done: ['opening', 'middle'], percent: 66 });
    expect(await ledger(enrollmentId)).toHaveLength(2);
  });

  test('from two devices at once are all there', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { view, answer, enrollmentId } = await learner();
      await Promise.all([view(['opening']), view(['middle']), answer(['b'])]);
      expect((await stored(enrollmentId))?.doneBlocks.sort()).toEqual(['middle', 'opening', 'q-1']);
      expect(await stored(enrollmentId)).toMatchObject({ percent: 100, completedAt: expect.any(Date) });
    }
  });

  test('sent at once in opposite orders do not wait for each other in a circle', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { view, enrollmentId, editionId } = await learner();
      // Holds everybody up at one block until all are there, then lets go.
      const holdUp = db.transaction(async (held) => {
        const row = { enrollmentId, editionId, lessonId: 'one', blockId: 'middle', kind: 'viewed' as const };
        await held.insert(evidence).values({ ...row, idempotencyKey: viewKey('one', 'middle') });
        await new Promise((resolve) => setTimeout(resolve, 60));
        held.rollback();
      });
      await new Promise((resolve) => setTimeout(resolve, 20));
      const [there, back] = [view(['opening', 'middle']), view(['middle', 'opening'])];
      await Promise.all([expect(holdUp).rejects.toThrow(), there, back]);
      expect(await ledger(enrollmentId)).toHaveLength(2);
    }
  });

  test('do not answer a question, even when they are all that was seen of a lesson', async () => {
    const { view } = await learner();
    expect(await view(['q-1'])).toMatchObject({ done: [], percent: 0 });
    expect(await view(['q-1'])).toMatchObject({ done: [], percent: 0 });
  });
});

describe('a course', () => {
  const courseOf = async (enrollmentId: string) => {
    const [row] = await db.select().from(enrollments).where(eq(enrollments.id, enrollmentId));
    return row;
  };
  const history = (enrollmentId: string) =>
    db.select().from(enrollmentEvents).where(eq(enrollmentEvents.enrollmentId, enrollmentId));

  test('is complete with its last lesson, once, with a row in its history', async () => {
    const { actor, answer, complete, enrollmentId } = await learner();
    await answer(['b'], 'one');
    await answer(['b'], 'two');
    await complete('two');
    expect(await courseOf(enrollmentId)).toMatchObject({ state: 'active', completedAt: null });
    await complete('one');
    const completed = await courseOf(enrollmentId);
    expect(completed).toMatchObject({ state: 'completed', completedAt: expect.any(Date), version: 2 });
    await complete('one');
    await complete('two');
    await answer(['b'], 'two');
    expect(await courseOf(enrollmentId)).toMatchObject({ completedAt: completed?.completedAt, version: 2 });
    expect(await history(enrollmentId)).toMatchObject([
      { from: 'active', to: 'completed', actorId: actor.userId },
    ]);
  });

  test('whose last two lessons end at the same moment is complete once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { answer, complete, enrollmentId } = await learner();
      await Promise.all([answer(['b'], 'one'), answer(['b'], 'two')]);
      await Promise.all([complete('one'), complete('two')]);
      expect(await courseOf(enrollmentId)).toMatchObject({ state: 'completed' });
      expect(await history(enrollmentId)).toHaveLength(1);
    }
  });

  test('can be read again when it is complete', async () => {
    const { answer, complete, view } = await learner(['one']);
    await answer(['b']);
    await complete();
    expect(await view(['opening'])).toMatchObject({ complete: true });
  });
});

test('two learners do not share a ledger', async () => {
  const course = await makeCourse(db);
  const people: Actor[] = await Promise.all([makeUser(db), makeUser(db)]);
  const [mine, theirs] = await Promise.all(people.map((actor) => makeEnrollment(db, actor, course)));
  await perform(completeLesson, { course: course.slug, lesson: 'one' }, { db, actor: people[0] ?? null });
  expect(await ledger(mine ?? '')).toHaveLength(2);
  expect(await ledger(theirs ?? '')).toEqual([]);
});
