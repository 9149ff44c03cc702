import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { getLesson } from '@/features/learning/get-lesson';
import { drawnFromGroups, optionsInOrder } from '@/rules/assessment/draw';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { bankFile, makeQuiz } from '@/test/quizzes';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const bank = {
  'bank/hashes.md': bankFile([
    { id: 'q-1', head: 'tags="easy"' },
    { id: 'q-2', head: 'tags="easy"' },
    { id: 'q-3', head: 'tags="easy"' },
    { id: 'q-4' },
  ]),
};
const rules = ['draw: [{from: hashes, tags: [easy], count: 2}]', 'review: answers'];
const groups = [
  { ids: ['q-single'], count: 1 },
  { ids: ['hashes--q-1', 'hashes--q-2', 'hashes--q-3'], count: 2 },
];

describe('an attempt at a quiz that draws from the bank', () => {
  test('asks its own and so many of the set, by its seed, marks them and shows what was said', async () => {
    const quiz = await makeQuiz(db, rules, ['single'], bank);
    const taker = await quiz.taker();
    await taker.start();
    const [row] = await taker.rows();
    expect(row?.questions).toEqual(drawnFromGroups(groups, row?.seed ?? ''));
    expect(row?.questions).toHaveLength(3);
    const { running } = await taker.get();
    expect(running?.questions.map(({ block }) => block.id)).toEqual(row?.questions);
    for (const id of row?.questions ?? []) await taker.save(id, ['b']);
    await taker.submit();
    const { result } = await taker.get();
    expect(result).toMatchObject({ percent: 100, passed: true, of: 3 });
    expect(JSON.stringify(result)).toContain('CANARY_SAID of q-');
    expect(await taker.done()).toMatchObject({ complete: true, done: ['quiz'] });
  });

  test('draws others another time', async () => {
    const quiz = await makeQuiz(db, rules, [], bank);
    const taker = await quiz.taker();
    const drawn = new Set<string>();
    for (let at = 0; at < 12; at += 1) {
      await taker.take({});
      for (const id of (await taker.rows()).at(-1)?.questions ?? []) drawn.add(id);
    }
    expect([...drawn].sort()).toEqual(groups[1]?.ids);
  });

  test('tells nothing of what it did not draw, before, in it or afterwards', async () => {
    const quiz = await makeQuiz(db, rules, ['single'], bank);
    const taker = await quiz.taker();
    const page = () => perform(getLesson, quiz.at, { db, actor: taker.actor });
    const before = JSON.stringify(await page());
    expect(before).toContain('"questions":3');
    expect(before).not.toMatch(/hashes|q-\d|CANARY/);
    await taker.start();
    const [row] = await taker.rows();
    const others = [1, 2, 3, 4].map((at) => `hashes--q-${at}`).filter((id) => !row?.questions.includes(id));
    expect(others).toHaveLength(2);
    const running = JSON.stringify([await taker.get(), await page(), row?.rules]);
    await taker.submit();
    const after = JSON.stringify([await taker.get(), await page()]);
    for (const text of [running, after])
      for (const id of others) {
        expect(text).not.toContain(id);
        expect(text).not.toContain(`CANARY_ASKED in ${id.slice(8)}?`);
      }
    await expect(taker.save(others[0] ?? '', ['b'])).rejects.toThrow();
  });
});

describe('options in an order of their own', () => {
  const shown = async (given: string[]) => {
    const quiz = await makeQuiz(db, given, ['single', 'multiple', 'ordering']);
    const taker = await quiz.taker();
    await taker.start();
    const [row] = await taker.rows();
    const order = async () =>
      Object.fromEntries(
        [...((await taker.get()).running?.questions ?? [])].map(({ block }) => [
          block.id,
          block.options.map(({ id }) => id).join(''),
        ]),
      );
    const ordered = (block: string) =>
      optionsInOrder(
        [...'abcd'].map((id) => ({ id })),
        block,
        row?.seed ?? '',
      )
        .map(({ id }) => id)
        .join('');
    return { taker, order, ordered };
  };

  test('come from the seed of the attempt, the same each time, and are marked by what they are', async () => {
    const { taker, order, ordered } = await shown(['shuffle: true', 'review: answers']);
    const first = await order();
    expect(first).toMatchObject({ 'q-single': ordered('q-single'), 'q-multiple': ordered('q-multiple') });
    expect(await order()).toEqual(first);
    await taker.save('q-single', ['b']);
    await taker.submit();
    const { result } = await taker.get();
    const single = result?.questions.find(({ block }) => block.id === 'q-single');
    expect(single?.score).toBe(1);
    expect(single?.block.options.map(({ id }) => id).join('')).toBe(ordered('q-single'));
  });

  test('stay as they are written unless the quiz says so; an ordering has its own order', async () => {
    const plain = await (await shown(['mode: graded'])).order();
    expect(plain).toMatchObject({ 'q-single': 'abcd', 'q-multiple': 'abcd' });
    const mixed = await (await shown(['shuffle: true'])).order();
    expect(mixed['q-ordering']).toBe(plain['q-ordering']);
  });
});
