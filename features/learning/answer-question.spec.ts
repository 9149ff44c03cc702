import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { evidence, lessonProgress } from '@/db/schema';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeUser } from '@/test/factories';
import { answerQuestion } from './answer-question';
import { getLesson } from './get-lesson';
import { recordViews } from './record-views';

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
    at,
    actor,
    enrollmentId,
    answer: (answer: unknown, key: string = randomUUID(), block = 'q-1') =>
      perform(answerQuestion, { ...at, block, answer, key } as never, { db, actor }),
    attempts: () =>
      db
        .select({ correct: evidence.correct, payload: evidence.payload })
        .from(evidence)
        .where(eq(evidence.enrollmentId, enrollmentId))
        .orderBy(evidence.id),
  };
}

describe('an answer', () => {
  test('that is wrong is explained and leaves the question open, as often as it is given', async () => {
    const { answer, attempts } = await learner();
    for (const option of ['a', 'c', 'a']) {
      const { verdict, progress } = await answer([option]);
      expect(verdict).toMatchObject({ correct: false, options: [{ id: option, right: false }] });
      expect(verdict.options[0]?.html).toContain(`CANARY_ANSWER_${option}`);
      expect(progress).toMatchObject({ done: [], percent: 0, complete: false });
    }
    expect((await attempts()).map(({ correct }) => correct)).toEqual([false, false, false]);
  });

  test('that is right after a wrong one completes the block; both attempts are kept', async () => {
    const { answer, attempts } = await learner();
    await answer(['a']);
    expect(await answer(['b'])).toMatchObject({ verdict: { correct: true }, progress: { done: ['q-1'] } });
    expect(await attempts()).toEqual([
      { correct: false, payload: { answer: ['a'] } },
      { correct: true, payload: { answer: ['b'] } },
    ]);
  });

  test('that is wrong after a right one takes nothing away', async () => {
    const { answer } = await learner();
    await answer(['b']);
    expect(await answer(['a'])).toMatchObject({ verdict: { correct: false }, progress: { done: ['q-1'] } });
  });
});

describe('the same key twice', () => {
  test('is one attempt, with the first verdict, whatever comes with it the second time', async () => {
    const { answer, attempts } = await learner();
    const key = randomUUID();
    const first = await answer(['a'], key);
    expect(await answer(['b'], key)).toEqual(first);
    expect(await attempts()).toHaveLength(1);
  });

  test('at once is one attempt, and everybody is told the verdict that was recorded', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { answer, attempts, enrollmentId } = await learner();
      const key = randomUUID();
      const told = await Promise.all(['a', 'b', 'c', 'b', 'a', 'b'].map((option) => answer([option], key)));
      const [recorded, ...more] = await attempts();
      expect(more).toEqual([]);
      for (const { verdict, answer: given } of told) {
        expect(given).toEqual(recorded?.payload?.answer);
        expect(verdict.correct).toBe(recorded?.correct);
      }
      const rows = await db
        .select()
        .from(lessonProgress)
        .where(eq(lessonProgress.enrollmentId, enrollmentId));
      const done = rows.flatMap((row) => row.doneBlocks);
      expect(done).toEqual(recorded?.correct ? ['q-1'] : []);
      for (const { progress } of told) expect(progress.done).toEqual(done);
    }
  });

  test('of two learners are two attempts', async () => {
    const [one, two] = [await learner(), await learner()];
    const key = randomUUID();
    await one.answer(['a'], key);
    expect(await two.answer(['b'], key)).toMatchObject({ verdict: { correct: true } });
  });
});

describe('what is no answer', () => {
  const odd = ['toString', '__proto__', 'constructor', 'hasOwnProperty'];
  test.each<[string, unknown]>([
    ['nothing', []],
    ['an option that is not there', ['z']],
    ['two options for one question', ['a', 'b']],
    ['the same option twice', ['b', 'b']],
    ['a text', 'b'],
    ['a number', [1]],
    ['something long', ['b'.repeat(21)]],
    ['very many', Array.from({ length: 21 }, () => 'b')],
    ['a null byte', ['\u0000']],
    ...odd.map((name): [string, unknown] => [`the name ${name}`, [name]]),
  ])('is refused, and nothing is written: %s', async (_what, given) => {
    const { answer, attempts } = await learner();
    await expect(answer(given)).rejects.toMatchObject({
      name: 'InvalidInput',
      fields: { answer: expect.any(String) },
    });
    expect(await attempts()).toEqual([]);
  });

  test.each(['opening', 'gone', '', '__proto__', 'constructor'])(
    'a question that is not there is refused: "%s"',
    async (block) => {
      const { answer, attempts } = await learner();
      await expect(answer(['b'], randomUUID(), block)).rejects.toMatchObject({
        name: 'InvalidInput',
        fields: { block: expect.any(String) },
      });
      expect(await attempts()).toEqual([]);
    },
  );

  test.each(['', 'one', 'x'.repeat(300)])('a key of another form is refused: "%s"', async (key) => {
    const { answer } = await learner();
    await expect(answer(['b'], key)).rejects.toMatchObject({ fields: { key: expect.any(String) } });
  });

  test('a view of a block that is not there is refused whole', async () => {
    const { at, actor, attempts } = await learner();
    const blocks = ['opening', 'gone'];
    await expect(perform(recordViews, { ...at, blocks }, { db, actor })).rejects.toMatchObject({
      name: 'InvalidInput',
    });
    expect(await attempts()).toEqual([]);
  });
});

test('the last answer is what the lesson shows again', async () => {
  const { at, actor, answer } = await learner();
  await answer(['a']);
  await answer(['c']);
  const { given } = await perform(getLesson, at, { db, actor });
  expect(given).toMatchObject({ 'q-1': { answer: ['c'], verdict: { correct: false } } });
});
