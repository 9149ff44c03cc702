import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeGradebook } from '@/test/gradebook';
import { getStanding } from '../get-standing';
import { listReceipts } from '../list-receipts';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

test('a learner reads how each grade came about, and what is missing to pass', async () => {
  const book = await makeGradebook(db, ['mode: graded', 'pass: 60', 'attempts: 2']);
  const learner = await book.taker();
  expect(await book.own(learner.actor)).toMatchObject({
    any: false,
    total: null,
    items: [{ state: 'none' }],
  });
  const { 'q-single': single = [] } = await book.right();
  await learner.take({ 'q-single': single });
  const own = await book.own(learner.actor);
  expect(own).toMatchObject({ any: true, total: '50', passed: false });
  expect(own.missing).toEqual(['20 % more of the whole course: it is passed with 70 %.']);
  expect(own.items).toMatchObject([{ state: 'released', percent: '50', passed: false }]);
  expect(own.items[0]?.lines.map(({ what, numbers }) => [what, numbers])).toEqual([
    ['Attempt 1 of 1', '1 of 2 points'],
    ['By the rules', '50 %'],
  ]);
  await book.set(learner.enrollmentId, '77.77', { version: 1, reason: 'A fire drill.' });
  const set = await book.own(learner.actor);
  expect(set.items[0]).toMatchObject({ percent: '77.77', passed: true });
  expect(set.items[0]?.lines.at(-1)).toEqual({
    what: 'Set instead',
    numbers: '77.77 %',
    why: 'A fire drill.',
  });
  expect(set.passed).toBe(true);
});

/** Numbers that stand for the grades that nobody may see, as they would be told anywhere. */
const canary = /37\.37|373700|0\.3737/;

test('a grade that waits for its release is told nowhere, and goes into no number', async () => {
  const book = await makeGradebook(db, ['mode: graded', 'pass: 60', 'release: by-hand']);
  const learner = await book.taker();
  await learner.take(await book.right());
  await book.settle({
    'column-new1-title': 'Told',
    'column-new2-title': 'Kept',
    'column-new2-release': 'by-hand',
  });
  const { items } = await book.seen(learner.enrollmentId);
  const [told = '', kept = ''] = items.flatMap(({ kind, id }) => (kind === 'column' ? [id] : []));
  await book.set(learner.enrollmentId, '80', { item: told });
  await book.set(learner.enrollmentId, '37.37', { item: kept, reason: 'CANARY_REASON' });
  await book.set(learner.enrollmentId, '37.37', { version: 1, reason: 'CANARY_REASON' });
  const own = await book.own(learner.actor);
  expect(own.items.map(({ state, percent }) => [state, percent])).toEqual([
    ['waits', null],
    ['released', '80'],
    ['waits', null],
  ]);
  expect(own.total).toBe('80');
  const as = { db, actor: learner.actor };
  const everything = JSON.stringify([
    own,
    await learner.get(),
    await perform(getStanding, { course: book.course }, as),
    await perform(listReceipts, { course: book.course, before: null }, as),
  ]);
  expect(everything).not.toMatch(canary);
  expect(everything).not.toContain('CANARY_REASON');
  // Who grades sees it.
  expect(JSON.stringify(await book.seen(learner.enrollmentId))).toMatch(canary);
});
