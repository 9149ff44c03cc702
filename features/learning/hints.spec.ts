import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { gradesOf } from '@/db/queries/gradebook';
import { takenHints } from '@/db/schema';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { hinted, makeQuiz, quizFile } from '@/test/quizzes';
import { answerQuestion } from './answer-question';
import { getLesson } from './get-lesson';
import { getAttempt } from './quizzes/get-attempt';
import { takeAttemptHint } from './quizzes/take-attempt-hint';
import { takeHint } from './take-hint';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const texts = (value: unknown) => JSON.stringify(value);
const over = { name: 'Refused', code: 'attempt-over' };
const noSuch = { fields: { hint: expect.any(String) } };
const rowsOf = (enrollmentId: string) =>
  db.select().from(takenHints).where(eq(takenHints.enrollmentId, enrollmentId)).orderBy(takenHints.takenAt);

/** An attempt under way at a quiz with a right option and two hints, of 10 % and 20 %. */
const started = async (rules: string[] = ['mode: graded', 'review: answers']) => {
  const quiz = await makeQuiz(db, rules, ['single', 'multiple']);
  await quiz.rewrite(hinted(quizFile(rules, ['single', 'multiple'])));
  const taker = await quiz.taker();
  await taker.start();
  return { ...quiz, ...taker };
};

describe('hints of a question in an attempt', () => {
  test('are told one by one as they are taken, in their order, and their cost before', async () => {
    const { get, hint, actor, at } = await started();
    const ladder = async () =>
      (await get()).running?.questions.find(({ block }) => block.id === 'q-single')?.hints;
    expect(await ladder()).toEqual({ costs: [10, 20], taken: [] });
    expect(texts(await get())).not.toContain('CANARY_HINT');
    await expect(hint(2)).rejects.toMatchObject(noSuch);
    expect((await hint(1)).taken).toEqual(['<p>CANARY_HINT <em>one</em>.</p>']);
    expect(texts(await get())).not.toContain('CANARY_HINT two');
    expect((await hint(2)).taken).toHaveLength(2);
    // Another device, or the page made anew.
    expect(await ladder()).toMatchObject({
      costs: [10, 20],
      taken: [expect.any(String), '<p>CANARY_HINT two.</p>'],
    });
    expect((await hint(1)).taken).toHaveLength(2);
    for (const [number, block] of [
      [3, 'q-single'],
      [1, 'q-multiple'],
      [1, 'gone'],
      [1, '__proto__'],
    ] as const)
      await expect(hint(number, block)).rejects.toMatchObject(noSuch);
    expect(texts(await perform(getLesson, at, { db, actor }))).not.toContain('CANARY');
  });

  test('asked for twenty times at once are one row, which nobody changes', async () => {
    const { hint, enrollmentId } = await started();
    const told = await Promise.all(Array.from({ length: 20 }, () => hint(1)));
    for (const one of told) expect(one.taken).toHaveLength(1);
    expect(await rowsOf(enrollmentId)).toMatchObject([{ number: 1, cost: 10, blockId: 'q-single' }]);
    await expect(db.execute(sql`update taken_hints set cost = 0`)).rejects.toThrow();
    await expect(db.execute(sql`delete from taken_hints`)).rejects.toThrow();
  });

  test('cost what was said, whatever order they are asked for in at once', async () => {
    const { hint, save, submit, rows, enrollmentId } = await started();
    await save('q-single', ['b']);
    await Promise.allSettled([hint(2), hint(1), hint(2), hint(1), submit(), hint(2)]);
    const taken = await rowsOf(enrollmentId);
    const [attempt] = await rows();
    const cost = taken.reduce((sum, one) => sum + one.cost, 0);
    expect(attempt).toMatchObject({ earned: 1_000_000 - cost * 10_000, hintsTaken: taken.length });
  });

  test('are refused once the attempt is over, and to anybody else', async () => {
    const { hint, submit, runOut, taker, at, enrollmentId } = await started(['minutes: 10']);
    const other = await taker();
    await expect(other.hint(1)).rejects.toMatchObject({ name: 'NotFound' });
    const input = { ...at, attempt: 1, block: 'q-single', hint: 1 };
    await expect(perform(takeAttemptHint, input, { db, actor: null })).rejects.toThrow();
    await runOut();
    await expect(hint(1)).rejects.toMatchObject(over);
    await submit();
    await expect(hint(1)).rejects.toMatchObject(over);
    expect(await rowsOf(enrollmentId)).toEqual([]);
  });

  test('are not offered where the quiz gives none', async () => {
    const { hint, get } = await started(['hints: off']);
    const { running, rules } = await get();
    expect(rules.hints).toBe('off');
    for (const { hints } of running?.questions ?? []) expect(hints).toBeNull();
    await expect(hint(1)).rejects.toMatchObject(noSuch);
  });

  test('bring an answer along that a plain form had, so that nothing is lost', async () => {
    const { at, actor, kept } = await started();
    const input = { ...at, attempt: 1, block: 'q-single', hint: 1, answer: ['c'], revision: 1 };
    await perform(takeAttemptHint, input, { db, actor });
    expect(await kept()).toMatchObject([{ block: 'q-single', answer: ['c'], revision: 1 }]);
  });
});

describe('what hints cost', () => {
  test('is taken off exactly, and told in the review and in how the grade came about', async () => {
    const { hint, save, submit, rows, kept, get, enrollmentId } = await started();
    await save('q-single', ['b']);
    await save('q-multiple', ['b']);
    await hint(1);
    await hint(2);
    await submit();
    expect((await rows())[0]).toMatchObject({
      earned: 1_200_000,
      possible: 2_000_000,
      hintsTaken: 2,
      hintsTook: 300_000,
    });
    // What an answer was marked with says nothing of hints.
    expect(await kept()).toMatchObject([{ earned: 500_000 }, { earned: 1_000_000 }]);
    const { result } = await get();
    expect(result).toMatchObject({ percent: 60, hints: { taken: 2, took: '0.3' } });
    const question = result?.questions.find(({ block }) => block.id === 'q-single');
    expect(question).toMatchObject({ score: 1, earned: 0.7, hints: { cost: 30, taken: expect.any(Array) } });
    const [grade] = await gradesOf(db, [enrollmentId]);
    expect(grade).toMatchObject({ final: 600_000, rule: { hints: { taken: 2, took: 300_000 } } });
  });

  test('is nothing where nothing was earned, and hints that were not taken stay untold', async () => {
    const { hint, submit, rows, get } = await started();
    await hint(1);
    await submit();
    expect((await rows())[0]).toMatchObject({ earned: 0, hintsTaken: 1, hintsTook: 0 });
    const told = texts(await get());
    expect(told).toContain('CANARY_HINT <em>one');
    expect(told).not.toContain('CANARY_HINT two');
  });
});

describe('hints of a check question', () => {
  const reading = async () => {
    const quiz = await makeQuiz(db, ['mode: graded'], ['single']);
    await quiz.rewrite(hinted(quizFile([], ['single']).replace('quiz:\n\n', '')));
    const { actor, enrollmentId } = await quiz.taker();
    const take = (hint: number, block = 'q-single') =>
      perform(takeHint, { ...quiz.at, block, hint }, { db, actor });
    const lesson = () => perform(getLesson, quiz.at, { db, actor });
    return { ...quiz, actor, enrollmentId, take, lesson };
  };

  test('are free, counted once, and told when they are taken', async () => {
    const { take, lesson, enrollmentId } = await reading();
    expect((await lesson()).hints).toEqual({ 'q-single': { costs: [0, 0], taken: [] } });
    expect(texts(await lesson())).not.toContain('CANARY_HINT');
    await expect(take(2)).rejects.toMatchObject(noSuch);
    await Promise.all(Array.from({ length: 20 }, () => take(1)));
    expect((await lesson()).hints).toEqual({
      'q-single': { costs: [0, 0], taken: ['<p>CANARY_HINT <em>one</em>.</p>'] },
    });
    expect(texts(await lesson())).not.toContain('CANARY_HINT two');
    expect(await rowsOf(enrollmentId)).toMatchObject([{ number: 1, cost: 0, attemptId: null }]);
  });

  test('do not come with an answer, and not from a lesson that is a quiz', async () => {
    const { at, actor } = await reading();
    const input = { ...at, block: 'q-single', answer: ['a'], key: randomUUID() };
    expect(texts(await perform(answerQuestion, input, { db, actor }))).not.toContain('CANARY_HINT');
    const quiz = await started();
    const asked = { ...quiz.at, block: 'q-single', hint: 1 };
    await expect(perform(takeHint, asked, { db, actor: quiz.actor })).rejects.toMatchObject({
      fields: { block: expect.any(String) },
    });
    const attempt = { ...quiz.at, attempt: 1 };
    expect(texts(await perform(getAttempt, attempt, { db, actor: quiz.actor }))).not.toContain('CANARY_HINT');
  });
});
