import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { attempts } from '@/db/schema';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeQuiz } from '@/test/quizzes';
import { listMarking } from './list-marking';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const answers = { 'q-single': ['b'], 'q-written': ['It shows that the bytes are the same.'] };
const days = (count: number) => count * 24 * 3_600_000;
const made = (rules: string[]) => makeQuiz(db, ['mode: graded', ...rules], ['single', 'written']);

test('who handed in a written answer reads by when it is marked, and their number in the queue', async () => {
  const quiz = await made(['turnaround: 4']);
  const [first, second] = [await quiz.taker(), await quiz.taker()];
  await first.take(answers);
  await second.take(answers);
  const [row] = await first.rows();
  expect((row?.backAt?.getTime() ?? 0) - (row?.submittedAt?.getTime() ?? 0)).toBeCloseTo(days(4), -5);
  expect((row?.escalateAt?.getTime() ?? 0) - (row?.submittedAt?.getTime() ?? 0)).toBeCloseTo(days(3), -5);
  expect((await first.get()).waiting?.promise).toMatchObject({
    place: 1,
    back: expect.stringContaining('(GMT+0)'),
  });
  expect((await second.get()).waiting?.promise).toMatchObject({ place: 2 });
});

test('graders see what was promised first before what was not, and what is over', async () => {
  const quiz = await made(['turnaround: 4']);
  const [first, second] = [await quiz.taker(), await quiz.taker()];
  await first.take(answers);
  await second.take(answers);
  const queue = async () => (await perform(listMarking, quiz.at, { db, actor: quiz.owner })).rows;
  expect(await queue()).toMatchObject([
    { left: expect.stringMatching(/left$/), overdue: false },
    { overdue: false },
  ]);
  const [later] = await second.rows();
  await db
    .update(attempts)
    .set({ backAt: new Date(Date.now() - days(1)) })
    .where(eq(attempts.id, later?.id ?? ''));
  expect((await queue()).map(({ overdue }) => overdue)).toEqual([true, false]);
  await db
    .update(attempts)
    .set({ backAt: null })
    .where(eq(attempts.id, later?.id ?? ''));
  expect((await queue()).map(({ back }) => back === null)).toEqual([false, true]);
});

test('nothing is promised where the rules do not, or where nothing waits', async () => {
  const without = await (await made([])).taker();
  await without.take(answers);
  expect((await without.get()).waiting).toMatchObject({ toMark: 1, promise: null });
  const blank = await (await made(['turnaround: 4', 'release: by-hand'])).taker();
  await blank.take({ 'q-single': ['b'] });
  expect((await blank.get()).waiting).toMatchObject({ toMark: 0, promise: null });
});

test('of an attempt that the clock hands in it counts from when its time was over', async () => {
  const quiz = await made(['turnaround: 4', 'minutes: 5']);
  const taker = await quiz.taker();
  await taker.start();
  await taker.save('q-written', answers['q-written']);
  await taker.runOut();
  await taker.submit().catch(() => {});
  const [row] = await taker.rows();
  expect(row?.backAt?.getTime()).toBe((row?.dueAt?.getTime() ?? 0) + days(4));
});
