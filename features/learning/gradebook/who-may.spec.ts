import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { NotFound, perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { makeGradebook } from '@/test/gradebook';
import { getGradebookSettings } from './get-gradebook-settings';
import { getItemGrades } from './get-item-grades';
import { listGradebook } from './list-gradebook';
import { removeOverride } from './remove-override';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

test('graders and owners grade, editors look on, and to everybody else there is nothing', async () => {
  const book = await makeGradebook(db);
  const { course } = book;
  const learner = await book.taker();
  const enrollment = learner.enrollmentId;
  const other = await makeGradebook(db);
  const foreign = await other.taker();
  await book.set(enrollment, '70');
  const remove = { course, enrollment, item: 'exam', version: 1, reason: '' };
  for (const actor of [learner.actor, other.owner, other.grader, await makeUser(db)]) {
    const asked = { db, actor };
    await expect(perform(listGradebook, { course, query: '' }, asked)).rejects.toThrow(NotFound);
    await expect(perform(getItemGrades, { course, item: 'exam' }, asked)).rejects.toThrow(NotFound);
    await expect(book.seen(enrollment, actor)).rejects.toThrow(NotFound);
    await expect(book.set(enrollment, '1', { version: 1, by: actor })).rejects.toThrow(NotFound);
    await expect(perform(removeOverride, remove, asked)).rejects.toThrow(NotFound);
    await expect(perform(getGradebookSettings, { course }, asked)).rejects.toThrow(NotFound);
  }
  const editor = await book.staff('editor');
  expect((await book.seen(enrollment, editor)).mayGrade).toBe(false);
  await expect(book.set(enrollment, '1', { version: 1, by: editor })).rejects.toThrow(NotFound);
  await expect(book.save({}, { by: editor })).rejects.toThrow(NotFound);
  // The learner and the item are of this very course.
  await expect(book.seen(foreign.enrollmentId)).rejects.toThrow(NotFound);
  await expect(book.set(enrollment, '1', { item: 'before', version: 1 })).rejects.toThrow(NotFound);
  await expect(book.own(foreign.actor)).rejects.toThrow(NotFound);
  await perform(removeOverride, remove, { db, actor: book.owner });
  expect((await book.rows(enrollment))[0]?.override).toBeNull();
});

test('a page takes as many queries for many learners as for few', async () => {
  const book = await makeGradebook(db);
  const queries = async () => {
    let count = 0;
    const counting = new Proxy(db, {
      get(target, name, receiver) {
        if (['select', 'execute', 'selectDistinct'].includes(String(name))) count += 1;
        return Reflect.get(target, name, receiver);
      },
    });
    await perform(listGradebook, { course: book.course, query: '' }, { db: counting, actor: book.grader });
    return count;
  };
  const one = await book.taker();
  await one.take({});
  await queries();
  const few = await queries();
  for (let learners = 0; learners < 12; learners += 1) await (await book.taker()).take({});
  expect(await queries()).toBe(few);
});

test('learners are found by name, cohort and standing, and sorted by their total, page after page', async () => {
  const book = await makeGradebook(db);
  const takers = [];
  for (let at = 0; at < 60; at += 1) takers.push(await book.taker());
  for (const [at, { enrollmentId }] of takers.entries())
    if (at % 2 === 0) await book.set(enrollmentId, String(at));
  const page = (query: string) =>
    perform(listGradebook, { course: book.course, query }, { db, actor: book.grader });
  const totals: (string | null)[] = [];
  for (let query: string | null = 'sort=total'; query !== null; ) {
    const { rows, turns, total } = await page(query);
    expect(total).toBe(60);
    totals.push(...rows.map((row) => row.total));
    query = turns.next;
  }
  const graded = Array.from({ length: 30 }, (_, at) => String(58 - at * 2));
  expect(totals).toEqual([...graded, ...Array.from({ length: 30 }, () => null)]);
  expect((await page('standing=ungraded')).total).toBe(30);
  expect((await page('standing=passed')).total).toBe(0);
  expect((await page('standing=not-passed')).total).toBe(60);
  expect((await page(`search=${takers[3]?.actor.name.slice(-6)}`)).rows).toMatchObject([
    { name: takers[3]?.actor.name },
  ]);
});
