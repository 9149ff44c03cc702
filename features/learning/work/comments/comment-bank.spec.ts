import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { commentBank } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { mostKept } from '@/rules/work/comment-bank';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { makeWork } from '@/test/work';
import { deleteBankComment } from './delete-bank-comment';
import { keepBankComment } from './keep-bank-comment';
import { listBankComments } from './list-bank-comments';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const notFound = { name: 'NotFound' };
async function banked() {
  const work = await makeWork(db);
  const course = work.slug;
  const grader = await work.staff('grader');
  return {
    ...work,
    grader,
    keep: (kept: Record<string, unknown>, actor: Actor = grader, id: string = randomUUID()) =>
      perform(keepBankComment, { course, id, ...kept }, { db, actor }),
    remove: (id: string, actor: Actor = grader) => perform(deleteBankComment, { course, id }, { db, actor }),
    list: (search = '', actor: Actor = grader, deleted: string | null = null) =>
      perform(listBankComments, { course, search, deleted }, { db, actor }),
  };
}

test('a comment is kept for all graders of the course, found, changed, deleted and brought back', async () => {
  const { keep, list, remove, owner, grader, writer, grading } = await banked();
  const kept = await keep({ title: '', text: ' Name the source.\nIt is missing.', criterion: 'evidence' });
  expect(kept.title).toBe('Name the source.');
  await keep({ title: 'Well said', text: 'Nothing to add.', criterion: '' });
  expect(await list('', owner)).toMatchObject({
    count: 2,
    comments: [
      { title: 'Name the source.', text: 'Name the source.\nIt is missing.', criterion: 'evidence' },
      { title: 'Well said', criterion: null },
    ],
    criteria: [
      { id: 'claim', title: 'The claim' },
      { id: 'evidence', title: 'The evidence' },
    ],
  });
  expect((await list('well')).comments).toHaveLength(1);
  await keep({ title: 'Source', text: 'Name the source.', criterion: '' }, owner, kept.id);
  expect((await list('source')).comments).toEqual([
    { id: kept.id, title: 'Source', text: 'Name the source.', criterion: null },
  ]);
  expect([await remove(kept.id), await remove(kept.id)]).toEqual([true, false]);
  expect(await list('', grader, kept.id)).toMatchObject({ count: 1, gone: { title: 'Source' } });
  await keep({}, grader, kept.id);
  expect((await list('source')).comments).toMatchObject([{ title: 'Source' }]);
  // Who grades has it at hand; who does not grade this work has no use for it.
  const submission = await (await writer()).submit();
  expect((await grading(grader).get(submission)).bank).toEqual([]);
  await grading(grader).claim();
  expect((await grading(grader).get(submission)).bank).toHaveLength(2);
});

test('needs words, and has an end', async () => {
  const { keep, courseId, grader } = await banked();
  await expect(keep({ title: 'Empty', text: ' ' })).rejects.toMatchObject({
    fields: { text: expect.any(String) },
  });
  await expect(keep({ title: 'a'.repeat(121), text: 'So' })).rejects.toMatchObject({
    fields: { title: expect.any(String) },
  });
  const row = () => ({ id: randomUUID(), courseId, title: 'So', text: 'So', savedBy: grader.userId });
  await db.insert(commentBank).values(Array.from({ length: mostKept - 1 }, row));
  const more = await Promise.allSettled([1, 2, 3].map(() => keep({ text: 'More' })));
  expect(more.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(more.find((one) => one.status === 'rejected')).toMatchObject({
    reason: { code: 'comment-bank-full' },
  });
});

test('is of one course: editors, learners and graders of another find nothing', async () => {
  const { keep, list, remove, staff, writer } = await banked();
  const { id } = await keep({ text: 'CANARY' });
  const elsewhere = await banked();
  const others = [await staff('editor'), (await writer()).actor, await makeUser(db), elsewhere.grader];
  for (const actor of others) {
    await expect(list('', actor)).rejects.toMatchObject(notFound);
    await expect(keep({ text: 'x' }, actor, id)).rejects.toMatchObject(notFound);
    await expect(remove(id, actor)).rejects.toMatchObject(notFound);
  }
  expect(await elsewhere.remove(id)).toBe(false);
  await expect(elsewhere.keep({ text: 'Mine' }, elsewhere.grader, id)).rejects.toMatchObject(notFound);
  expect((await list()).comments).toMatchObject([{ text: 'CANARY' }]);
});
