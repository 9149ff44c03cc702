import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { takeQuizTurn } from '@/db/queries/corrections';
import { auditLog, outbox, users } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import type { Actor } from '@/rules/access';
import { NotFound, perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeGradebook } from '@/test/gradebook';
import { hold, waiting } from '@/test/locks';
import { recordReleasedAttempt } from '../quizzes/record-released-attempt';
import { getItemGrades } from './get-item-grades';
import { releaseGrades } from './release-grades';
import { withholdGrades } from './withhold-grades';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const byHand = ['mode: graded', 'pass: 60', 'release: by-hand'];
const address = 'https://site.example';

async function made() {
  const book = await makeGradebook(db, byHand);
  const at = { course: book.course, item: 'exam', cohort: '' };
  const mailsTo = (email: string) => db.select().from(outbox).where(eq(outbox.recipient, email));
  return {
    ...book,
    mailsTo,
    item: () => perform(getItemGrades, { course: book.course, item: 'exam' }, { db, actor: book.grader }),
    release: (count: number, actor: Actor = book.grader) =>
      perform(releaseGrades, { ...at, count, address }, { db, actor }),
    hide: (count: number, actor: Actor = book.grader) =>
      perform(withholdGrades, { ...at, count }, { db, actor }),
  };
}

test('released, a grade is seen with its attempts, and the ledger gets them; each learner is told once', async () => {
  const book = await made();
  const [one, two, quiet] = [await book.taker(), await book.taker(), await book.taker()];
  await db.update(users).set({ quiet: true }).where(eq(users.id, quiet.actor.userId));
  for (const learner of [one, quiet]) await learner.take(await book.right());
  await two.take({});
  expect((await one.get()).waiting).not.toBeNull();
  expect((await book.own(one.actor)).items[0]?.state).toBe('waits');
  expect((await book.item()).waiting.all).toBe(3);
  await expect(book.release(2)).rejects.toThrow('Somebody else changed this meanwhile');
  expect(await book.release(3)).toEqual({ grades: 3, mails: 2 });
  expect((await one.get()).result?.percent).toBe(100);
  expect((await book.own(one.actor)).items[0]).toMatchObject({ state: 'released', percent: '100' });
  const [mail] = await book.mailsTo(one.actor.email);
  expect(mail?.body).toContain(`${address}/learn/${book.course}/grades`);
  expect(mail?.body).not.toMatch(/100|%/);
  expect(await book.mailsTo(quiet.actor.email)).toEqual([]);
  const [attempt] = await one.rows();
  expect(await one.ledger()).toEqual([]);
  await perform(recordReleasedAttempt, { attempt: attempt?.id ?? '' }, { db, actor: platform });
  expect(await one.ledger()).toMatchObject([{ correct: true }]);

  // Hidden again: nothing is told, what was passed stays passed, and nobody gets a second mail.
  expect(await book.hide(3)).toEqual({ grades: 3 });
  expect((await one.get()).result).toBeNull();
  expect(JSON.stringify(await book.own(one.actor))).not.toContain('100 %');
  expect(await one.ledger()).toMatchObject([{ correct: true }]);
  expect(await book.release(3)).toEqual({ grades: 3, mails: 0 });
  expect(await book.mailsTo(one.actor.email)).toHaveLength(1);
  const events = await book.events(one.enrollmentId);
  expect(events.map(({ action }) => action)).toEqual(['marked', 'released', 'withheld', 'released']);
  const entries = await db
    .select({ action: auditLog.action, detail: auditLog.detail })
    .from(auditLog)
    .where(sql`${auditLog.object} = ${`course:${book.course}`} and ${auditLog.action} like '%-grades'`)
    .orderBy(auditLog.seq);
  expect(entries.map(({ action }) => action)).toEqual([
    'release-grades',
    'withhold-grades',
    'release-grades',
  ]);
});

test('of two who release at once, one does', async () => {
  const book = await made();
  const learner = await book.taker();
  await learner.take({});
  const both = await Promise.allSettled([book.release(1), book.release(1)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await book.mailsTo(learner.actor.email)).toHaveLength(1);
});

test('a later attempt waits for its own release, and a grade set by hand is released too', async () => {
  const book = await made();
  const learner = await book.taker();
  await book.set(learner.enrollmentId, '90');
  expect((await book.own(learner.actor)).items[0]?.state).toBe('waits');
  await book.release(1);
  expect((await book.own(learner.actor)).items[0]).toMatchObject({ state: 'released', percent: '90' });
  await learner.take({});
  expect((await book.own(learner.actor)).items[0]?.state).toBe('waits');
});

test('only who grades in this course releases', async () => {
  const book = await made();
  const learner = await book.taker();
  await learner.take({});
  const other = await made();
  for (const actor of [learner.actor, other.owner, await book.staff('editor')]) {
    await expect(book.release(1, actor)).rejects.toThrow(NotFound);
    await expect(book.hide(1, actor)).rejects.toThrow(NotFound);
  }
});

test('a release waits for a correction that is under way, and holds no attempt meanwhile that the correction wants', async () => {
  const book = await made();
  const one = await book.taker();
  await one.take(await book.right());
  const correction = await hold(db, (tx) => takeQuizTurn(tx, book.course, 'exam', 'alone'));
  const releasing = book.release(1);
  await waiting(db);
  await db.execute(sql`select 1 from attempts where enrollment_id = ${one.enrollmentId} for update nowait`);
  await correction.release();
  expect(await releasing).toEqual({ grades: 1, mails: 1 });
});
