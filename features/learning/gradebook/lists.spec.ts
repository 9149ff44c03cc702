import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { gradeEvents, sessions } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { exportHead, exportRows } from '@/rules/files/exported';
import { NotFound, perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeEnrollment, makeUser } from '@/test/factories';
import { makeGradebook } from '@/test/gradebook';
import { columnGap, exportGradebook } from './export-gradebook';
import { getGradeList } from './get-grade-list';
import { importGrades } from './import-grades';
import { listGradeLists } from './list-grade-lists';
import { readGradebookPart } from './read-gradebook-part';
import { undoGradeList } from './undo-grade-list';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

async function made() {
  const book = await makeGradebook(db);
  const { course } = book;
  const look = (text: string, more: { reason?: string; previewed?: string; by?: Actor } = {}) => {
    const { reason = 'On paper.', previewed = '', by = book.grader } = more;
    return perform(importGrades, { course, text, reason, previewed }, { db, actor: by });
  };
  return {
    ...book,
    look,
    apply: async (text: string) => {
      const shown = await look(text);
      if (shown.applied) throw new Error('set without a dry run');
      const done = await look(text, { previewed: shown.previewed });
      if (!done.applied) throw new Error('not set');
      return done.batch;
    },
    list: (list: string) => perform(getGradeList, { course, list }, { db, actor: book.grader }),
    undo: (list: string) => perform(undoGradeList, { course, list }, { db, actor: book.grader }),
    prove: (actor: Actor) =>
      db
        .update(sessions)
        .set({ steppedUpAt: sql`now()` as never })
        .where(eq(sessions.id, actor.sessionId)),
    /** The export as a text, as its address sends it. */
    file: async (actor: Actor, query = '') => {
      const { columns } = await perform(exportGradebook, { course, query }, { db, actor });
      const pairs = columns.map((column) => column.split(columnGap) as [string, string]);
      const rows = await perform(readGradebookPart, { course, query, limit: 100 }, { db, actor });
      return (
        exportHead('csv', pairs) +
        exportRows(
          'csv',
          pairs,
          rows.map(({ values }) => values),
          true,
        )
      );
    },
  };
}

test('a list is shown row by row, and then sets exactly that, as one batch', async () => {
  const book = await made();
  const [one, two] = [await book.taker(), await book.taker()];
  await one.take(await book.right());
  const text = `Enrollment;The exam;Essay\n${one.enrollmentId};87,5;1\n${two.enrollmentId};;\nnobody;50;`;
  const shown = await book.look(text);
  expect(shown).toMatchObject({
    applied: false,
    preview: {
      willSet: 1,
      grades: 1,
      already: 1,
      rejected: 1,
      unknown: ['Essay'],
      wrong: [{ line: 4, problems: [{ column: 'Enrollment' }] }],
      setting: [{ line: 2, changes: ['The exam: 100 → 87.5'] }],
    },
  });
  expect(await book.rows(one.enrollmentId)).toMatchObject([{ override: null }]);
  const batch = await book.apply(text);
  expect(await book.rows(one.enrollmentId)).toMatchObject([
    { override: 875_000, overrideReason: 'On paper.', final: 1_000_000, releasedAt: expect.any(Date) },
  ]);
  expect((await book.total(one.enrollmentId))?.share).toBe(875_000);
  const events = await db.select().from(gradeEvents).where(eq(gradeEvents.batchId, batch));
  expect(events).toMatchObject([{ action: 'overridden', actorId: book.grader.userId }]);
  expect(await book.look(text)).toMatchObject({ applied: false, preview: { willSet: 0, already: 2 } });
});

test('what is no list is refused with a sentence, and a quiz is set for a reason alone', async () => {
  const book = await made();
  const { enrollmentId } = await book.taker();
  for (const text of [
    '',
    'E-mail,The exam',
    'Name,The exam\nx,1',
    'Enrollment,Essay\nx,1',
    'Enrollment,"x\n1',
  ])
    await expect(book.look(text)).rejects.toMatchObject({ fields: { text: expect.stringMatching(/\.$/) } });
  const text = `Enrollment,The exam\n${enrollmentId},50`;
  await expect(book.look(text, { reason: '' })).rejects.toMatchObject({ fields: { reason: /Say why/ } });
});

test('what changed since the dry run is shown anew, and nothing is set unseen', async () => {
  const book = await made();
  const { enrollmentId } = await book.taker();
  const text = `Enrollment,The exam\n${enrollmentId},50`;
  const shown = await book.look(text);
  await book.set(enrollmentId, '60');
  const again = await book.look(text, { previewed: shown.applied ? '' : shown.previewed });
  expect(again).toMatchObject({ applied: false, preview: { setting: [{ changes: ['The exam: 60 → 50'] }] } });
  expect((await book.rows(enrollmentId))[0]?.override).toBe(600_000);
});

test('taken back, grades are as before the list; who has moved on since stays, and is named', async () => {
  const book = await made();
  const [one, two, three] = [await book.taker(), await book.taker(), await book.taker()];
  await one.take({});
  await book.set(one.enrollmentId, '40', { version: 1, reason: 'The first reason.' });
  const before = await book.totals();
  const ids = [one, two, three].map(({ enrollmentId }) => enrollmentId);
  const batch = await book.apply(`Enrollment,The exam\n${ids.map((id) => `${id},70`).join('\n')}`);
  await book.set(three.enrollmentId, '75', { version: 1 });
  expect(await book.undo(batch)).toEqual({ restored: 2, left: 1 });
  expect(await book.rows(one.enrollmentId)).toMatchObject([
    { override: 400_000, overrideReason: 'The first reason.' },
  ]);
  expect(await book.rows(two.enrollmentId)).toMatchObject([{ override: null, releasedAt: null }]);
  expect((await book.own(two.actor)).items).toMatchObject([{ state: 'none' }]);
  const after = (await book.totals()).filter(({ id }) => id === one.enrollmentId);
  expect(after).toEqual(before);
  expect((await book.list(batch)).rows.map(({ enrollmentId, state }) => [enrollmentId, state])).toEqual(
    expect.arrayContaining([
      [three.enrollmentId, 'moved-on'],
      [one.enrollmentId, 'restored'],
    ]),
  );
  expect(await book.list(batch)).toMatchObject({ all: 3, stand: 0, restored: 2, movedOn: 1 });
  // Once more restores nobody.
  expect(await book.undo(batch)).toEqual({ restored: 0, left: 3 });
});

test('an export needs the password again, is exactly what is shown, and comes back without changing anything', async () => {
  const book = await made();
  const [one, two] = [await book.taker(), await book.taker()];
  await book.set(one.enrollmentId, '66.6666');
  await expect(book.file(book.owner)).rejects.toThrow('Give your password again');
  await book.prove(book.owner);
  const all = await book.file(book.owner);
  expect(all.split('\r\n')[0]).toBe(
    '\ufeffEnrollment,External id,E-mail,Name,Cohort,The exam [exam],So far,Passed',
  );
  expect(all).toContain(`${one.enrollmentId},,${one.actor.email},`);
  expect(all).toContain(',66.6666,66.6666,no');
  expect(await book.file(book.owner, 'standing=ungraded')).not.toContain(one.enrollmentId);
  expect(await book.look(all, { by: book.owner })).toMatchObject({
    preview: { willSet: 0, already: 2, rejected: 0 },
  });
  // Who may not see addresses gets none, and finds nobody by them.
  await book.prove(book.grader);
  expect(await book.file(book.grader)).not.toContain('@');
  expect(await book.look(`E-mail,The exam\n${two.actor.email},50`)).toMatchObject({
    preview: { rejected: 1 },
  });
});

test('a name is no formula in the file', async () => {
  const book = await made();
  const actor = await makeUser(db, { name: '=1+1' });
  await makeEnrollment(db, actor, { courseId: book.courseId, editionId: await book.current() });
  await book.prove(book.owner);
  expect(await book.file(book.owner)).toContain(`'=1+1`);
});

test('lists are for who grades in this course alone', async () => {
  const book = await made();
  const { enrollmentId, actor: learner } = await book.taker();
  const batch = await book.apply(`Enrollment,The exam\n${enrollmentId},70`);
  const other = await made();
  const { course } = book;
  for (const actor of [learner, other.grader, await book.staff('editor')]) {
    const as = { db, actor };
    await expect(book.look('x', { by: actor })).rejects.toThrow(NotFound);
    await expect(perform(listGradeLists, { course }, as)).rejects.toThrow(NotFound);
    await expect(perform(getGradeList, { course, list: batch }, as)).rejects.toThrow(NotFound);
    await expect(perform(undoGradeList, { course, list: batch }, as)).rejects.toThrow(NotFound);
  }
  await expect(other.undo(batch)).rejects.toThrow(NotFound);
  expect(await perform(listGradeLists, { course }, { db, actor: book.grader })).toMatchObject({
    lists: [{ id: batch, grades: 1, reason: 'On paper.' }],
  });
});
