import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { coursesWithOldTotals } from '@/db/queries/gradebook';
import { courseGrades, enrollments } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeGradebook } from '@/test/gradebook';
import { waiting } from '@/test/locks';
import { listGradebook } from './list-gradebook';
import { rebuildAllTotals } from './rebuild-all-totals';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const rebuild = (courseId: string) => rebuildAllTotals(db, platform, courseId);

test('a total is kept with every grade, whoever changes it, and made anew it is the same', async () => {
  const book = await makeGradebook(db);
  const { course, courseId } = book;
  const [one, two, three] = [await book.taker(), await book.taker(), await book.taker()];
  await one.take(await book.right());
  await two.take({});
  expect(await book.total(one.enrollmentId)).toEqual({ share: 1_000_000, passed: true });
  expect(await book.total(two.enrollmentId)).toEqual({ share: 0, passed: false });
  expect(await book.total(three.enrollmentId)).toBeNull();
  await book.settle({
    'column-new1-title': 'A talk',
    'column-new1-release': 'by-hand',
    'item-exam-required': 'on',
  });
  const page = await perform(listGradebook, { course, query: '' }, { db, actor: book.grader });
  const talk = page.items[1]?.id ?? '';
  await book.set(one.enrollmentId, '50', { item: talk, reason: '' });
  await book.set(three.enrollmentId, '33.3333', { item: talk, reason: '' });
  await book.set(two.enrollmentId, '60', { version: 1 });
  expect(await book.total(one.enrollmentId)).toEqual({ share: 750_000, passed: true });
  expect(await book.total(two.enrollmentId)).toEqual({ share: 600_000, passed: false });
  expect(await book.total(three.enrollmentId)).toEqual({ share: 333_333, passed: false });

  const kept = await book.totals();
  await db.delete(courseGrades).where(eq(courseGrades.courseId, courseId));
  expect(await rebuild(courseId)).toBe(3);
  expect(await book.totals()).toEqual(kept);
});

test('other settings change every total, after a preview of whose; nothing is saved unseen', async () => {
  const book = await makeGradebook(db);
  const [one, two] = [await book.taker(), await book.taker()];
  await one.take(await book.right());
  await two.take({});
  const preview = await book.save({ pass: '0' });
  expect(preview).toMatchObject({
    saved: false,
    preview: { learners: 2, changed: 1, passNow: 1, passNoMore: 0, up: 0, down: 0 },
  });
  expect((await book.total(two.enrollmentId))?.passed).toBe(false);
  // Something else was typed since: it is shown before it is saved.
  const other = await book.save({ pass: '1', previewed: preview.saved ? '' : preview.previewed });
  expect(other.saved).toBe(false);
  expect(await book.settle({ pass: '0' })).toEqual({ saved: true, learners: 2, later: false });
  expect((await book.total(two.enrollmentId))?.passed).toBe(true);
  await expect(book.save({ pass: '50' })).rejects.toThrow('Somebody else changed this meanwhile');
  await expect(book.save({ pass: '1000' }, { version: 1 })).rejects.toMatchObject({ fields: { pass: /\d/ } });
});

test('with another edition the job makes totals anew; what it has no more counts for who has a grade in it', async () => {
  const book = await makeGradebook(db);
  const [one] = [await book.taker()];
  await one.take(await book.right());
  await book.rewrite(null);
  await book.settle({ 'column-new1-title': 'A talk' });
  await db.update(courseGrades).set({ share: 7, edition: 1 }).where(eq(courseGrades.courseId, book.courseId));
  expect(await coursesWithOldTotals(db, 100)).toContain(book.courseId);
  await rebuild(book.courseId);
  expect(await coursesWithOldTotals(db, 100)).not.toContain(book.courseId);
  expect(await book.total(one.enrollmentId)).toEqual({ share: 1_000_000, passed: false });
  const page = await perform(listGradebook, { course: book.course, query: '' }, { db, actor: book.grader });
  expect(page.items).toMatchObject([
    { id: 'exam', gone: true, required: false },
    { title: 'A talk', gone: false },
  ]);
});

test('of two who grade one learner in two items at once, the total has both', async () => {
  const book = await makeGradebook(db);
  const { enrollmentId } = await book.taker();
  await book.settle({ 'column-new1-title': 'One', 'column-new2-title': 'Two' });
  const { items } = await book.seen(enrollmentId);
  const [first = '', second = ''] = items.filter(({ kind }) => kind === 'column').map(({ id }) => id);
  await Promise.all([
    book.set(enrollmentId, '40', { item: first }),
    book.set(enrollmentId, '60', { item: second }),
  ]);
  expect((await book.total(enrollmentId))?.share).toBe(500_000);
});

test('of two who set one grade at once, the second is told', async () => {
  const book = await makeGradebook(db);
  const { enrollmentId } = await book.taker();
  const both = await Promise.allSettled([book.set(enrollmentId, '40'), book.set(enrollmentId, '60')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await book.rows(enrollmentId)).toHaveLength(1);
  await expect(book.set(enrollmentId, '70')).rejects.toThrow('Somebody else changed this meanwhile');
  // The first one waits at the lock, and sees what came before it.
  await db
    .transaction(async (tx) => {
      await tx.select().from(enrollments).where(eq(enrollments.id, enrollmentId)).for('update');
      const late = book.set(enrollmentId, '80', { version: 1 });
      await waiting(db);
      await tx.execute('select 1');
      return { late };
    })
    .then(({ late }) => late);
  expect((await book.events(enrollmentId)).map(({ action, version }) => [action, version])).toEqual([
    ['overridden', 1],
    ['overridden', 2],
  ]);
});
