import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { attempts, outbox, submissions } from '@/db/schema';
import { testDatabase } from '@/test/database';
import { makeQuiz } from '@/test/quizzes';
import { makeWork } from '@/test/work';
import { handInClosedDrafts, tellOwners } from './work';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
  Object.assign(globalThis, { platformDatabase: db });
  vi.stubEnv('DATABASE_URL', 'postgres://unused/unused');
  vi.stubEnv('AUTH_SECRET', 'ZGV0ZXJtaW5pc3RpYy1zcGVjLXNlY3JldC0wMQ==');
  vi.stubEnv('AUTH_URL', 'https://school.example');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await close();
});

const mailTo = (email: string) => db.select().from(outbox).where(eq(outbox.recipient, email));

test('before a promise is broken each owner of the course is told once, by one mail', async () => {
  const work = await makeWork(db);
  const second = await work.staff('owner');
  await work.staff('grader');
  for (const writer of [await work.writer(), await work.writer()]) await writer.submit();
  expect(await tellOwners()).toBe(0);
  await db.update(submissions).set({ escalateAt: sql`now()` });
  const told = await Promise.all([tellOwners(), tellOwners(), tellOwners()]);
  expect(told.reduce((sum, count) => sum + count)).toBe(2);
  for (const owner of [work.owner, second]) {
    const mails = await mailTo(owner.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body).toContain('2 pieces of written work wait for a grader');
    expect(mails[0]?.body).toContain(`https://school.example/teach/${work.slug}/work`);
  }
  expect(await db.select().from(outbox)).toHaveLength(2);
});

test('the same mail tells of written answers in quizzes, and of no attempt that is marked', async () => {
  const quiz = await makeQuiz(db, ['mode: graded', 'turnaround: 4'], ['single', 'written']);
  const [waits, blank] = [await quiz.taker(), await quiz.taker()];
  await waits.take({ 'q-written': ['It shows that the bytes are the same.'] });
  await blank.take({ 'q-single': ['b'] });
  expect(await tellOwners()).toBe(0);
  await db.update(attempts).set({ escalateAt: sql`now()` });
  expect(await tellOwners()).toBe(1);
  expect(await tellOwners()).toBe(0);
  const mails = await mailTo(quiz.owner.email);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toContain('Written answers to grade');
  expect(mails[0]?.body).toContain('an attempt with written answers waits for a grader');
  expect(mails[0]?.body).toContain(`https://school.example/teach/${quiz.slug}/quizzes/exam/marking`);
});

test('of what was graded in time nobody is told', async () => {
  const work = await makeWork(db);
  const writer = await work.writer();
  await writer.submit();
  await work.grading(work.owner).grade({ claim: 0, evidence: 0 });
  await db.update(submissions).set({ escalateAt: sql`now()` });
  expect(await tellOwners()).toBe(0);
  expect(await mailTo(work.owner.email)).toEqual([]);
});

test('drafts that have closed are dealt with once; those that have not are left alone', async () => {
  const work = await makeWork(db, ['closes: "2999-01-01 10:00"']);
  const [one, other] = [await work.writer(), await work.writer()];
  await one.save('Four words of mine.', 0);
  await other.save('Four words of mine.', 0);
  await one.change({ closesAt: sql`now() - interval '1 minute'` as never });
  // The edition says later: it is open still, and noted so.
  expect(await handInClosedDrafts()).toBe(0);
  expect((await one.rows())[0]?.closesAt?.getUTCFullYear()).toBe(2999);
  expect(await handInClosedDrafts()).toBe(0);
});
