import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { enrollments } from '@/db/schema';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { makeWork } from '@/test/work';
import { listMyWork } from './list-my-work';
import { saveDraft } from './save-draft';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const writingOf = async (...rules: string[]) => {
  const work = await makeWork(db, rules);
  return { ...work, ...(await work.writer()) };
};

describe('a draft', () => {
  test('is kept as it is typed, with the revision that the next save begins from', async () => {
    const { save, lesson } = await writingOf();
    expect((await lesson()).work?.writing).toMatchObject({ number: 1, text: '', revision: 0, savedAt: null });
    expect(await save('One', 0)).toMatchObject({ own: true, text: null, revision: 1 });
    expect(await save('One\r\ntwo', 1)).toMatchObject({ own: true, revision: 2 });
    expect((await lesson()).work?.writing).toMatchObject({ text: 'One\ntwo', words: 2, revision: 2 });
  });

  test('sent again by the page that wrote it, whose answer was lost, is kept', async () => {
    const { save, rows } = await writingOf();
    await save('One', 0);
    expect(await save('One and more', 0)).toMatchObject({ own: true, revision: 2 });
    expect(await rows()).toMatchObject([{ text: 'One and more' }]);
  });

  test('of another device is not overwritten by who has not seen it, but answered', async () => {
    const { save, rows } = await writingOf();
    await save('First', 0);
    const there = randomUUID();
    expect(await save('Written there', 1, there)).toMatchObject({ own: true });
    const answer = await save('Written here', 1, randomUUID());
    expect(answer).toMatchObject({ own: false, text: 'Written there', revision: 2 });
    expect(await rows()).toMatchObject([{ text: 'Written there', writer: there }]);
    // Who has seen it, decides.
    expect(await save('Written here', 2, randomUUID())).toMatchObject({ own: true, revision: 3 });
  });

  test('that says the same from two devices is no conflict', async () => {
    const { save } = await writingOf();
    await save('The same', 0);
    expect(await save('The same', 0, randomUUID())).toMatchObject({ own: true, revision: 1 });
  });

  test('is one, however many pages begin it at once', async () => {
    const { save, rows } = await writingOf();
    const told = await Promise.all(
      Array.from({ length: 8 }, (_, index) => save(`Text ${index}`, 0, randomUUID())),
    );
    expect(told.filter(({ own }) => own)).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
  });

  test('that arrives late, of a version that was handed in, changes nothing and begins no other', async () => {
    const { save, submit, rows, change } = await writingOf('revisions: 1');
    await submit('Four words of mine.');
    await expect(save('Late words', 1)).rejects.toMatchObject({ code: 'work-handed-in' });
    await change({ gradedAt: new Date(), releasedAt: new Date() });
    await expect(save('Late words', 1)).rejects.toMatchObject({ code: 'work-handed-in' });
    expect(await rows()).toMatchObject([{ text: 'Four words of mine.' }]);
  });

  test('is not taken once the work has closed, and is still shown', async () => {
    const { save, lesson } = await writingOf('closes: "2020-01-01 10:00"');
    await expect(save('Too late', 0)).rejects.toMatchObject({ code: 'work-closed' });
    expect((await lesson()).work).toMatchObject({ writing: null, refusal: 'work-closed' });
  });

  test.each([
    ['text', 'x\u0000y'],
    ['text', '\ud800'],
    ['text', 'x'.repeat(100_001)],
    ['base', -1],
    ['number', 0],
    ['writer', 'me'],
  ])('with a bad %s is refused at its field', async (field, value) => {
    const { at, actor } = await writingOf();
    const input = { ...at, number: 1, text: 'x', base: 0, writer: randomUUID(), [field]: value };
    await expect(perform(saveDraft, input, { db, actor })).rejects.toMatchObject({
      fields: { [field]: expect.any(String) },
    });
  });

  test('is of nobody else: not of a stranger, not of staff, not of who looks at the pages', async () => {
    const { at, actor, owner, rows } = await writingOf();
    const input = { ...at, number: 1, text: 'x', base: 0, writer: randomUUID() };
    for (const other of [await makeUser(db), owner])
      await expect(perform(saveDraft, input, { db, actor: other })).rejects.toMatchObject({
        name: 'NotFound',
      });
    const admin = await makeUser(db, { role: 'admin' });
    const viewed = { ...actor, viewedBy: { actor: admin, until: new Date(Date.now() + 60_000) } };
    await expect(perform(saveDraft, input, { db, actor: viewed })).rejects.toMatchObject({
      code: 'viewing-only',
    });
    expect(await rows()).toEqual([]);
  });

  test('is kept and shown when the enrollment has ended, and nothing more is written', async () => {
    const { save, get, at, actor, enrollmentId } = await writingOf();
    await save('My half of a text', 0);
    await db.update(enrollments).set({ state: 'withdrawn' }).where(eq(enrollments.id, enrollmentId));
    await expect(save('More', 1)).rejects.toMatchObject({ name: 'NotFound' });
    expect(await get()).toMatchObject({ open: false, text: 'My half of a text', handedInAt: null });
    const { works } = await perform(listMyWork, { course: at.course }, { db, actor });
    expect(works).toMatchObject([{ lessonId: 'essay', title: 'The essay', number: 1, released: false }]);
    await expect(get(2)).rejects.toMatchObject({ name: 'NotFound' });
  });
});
