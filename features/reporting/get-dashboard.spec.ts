import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { enrollments, evidence, outbox } from '@/db/schema';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeUser } from '@/test/factories';
import { getDashboard } from './get-dashboard';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const now = new Date('2026-11-25T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

async function learned(enrollmentId: string, editionId: string, at: Date, key: string) {
  const row = { enrollmentId, editionId, lessonId: 'one', blockId: 'opening', kind: 'viewed' as const };
  await db.insert(evidence).values({ ...row, idempotencyKey: key, at });
}

test('counts people once a week, enrollments by the state that counts now, and completions', async () => {
  const admin = await makeUser(db, { role: 'admin' });
  const [course, other] = await Promise.all([makeCourse(db), makeCourse(db)]);
  const [lin, mei, kai] = await Promise.all([makeUser(db), makeUser(db), makeUser(db)]);
  const first = await makeEnrollment(db, lin, course);
  const second = await makeEnrollment(db, lin, other);
  const third = await makeEnrollment(db, mei, course);
  await makeEnrollment(db, kai, course, { endsAt: daysAgo(1) });
  await makeEnrollment(db, kai, other, { state: 'paused' });
  // One person in two courses is one learner of the week; what lies before the twelve weeks is not read.
  await learned(first, course.editionId, daysAgo(0), 'a');
  await learned(first, course.editionId, daysAgo(1), 'b');
  await learned(second, other.editionId, daysAgo(1), 'a');
  await learned(third, course.editionId, daysAgo(8), 'a');
  await learned(third, course.editionId, daysAgo(200), 'b');
  await db
    .update(enrollments)
    .set({ state: 'completed', completedAt: daysAgo(1) })
    .where(eq(enrollments.id, third));

  const { weeks, states } = await perform(getDashboard, {}, { db, actor: admin, now });
  expect(weeks).toHaveLength(12);
  expect(weeks.at(-1)).toEqual({ week: '2026-11-23', learners: 1, receipts: 3, completed: 1 });
  expect(weeks.at(-2)).toEqual({ week: '2026-11-16', learners: 1, receipts: 1, completed: 0 });
  expect(weeks.slice(0, 10).every((week) => week.receipts === 0)).toBe(true);
  expect(Object.fromEntries(states.map(({ state, count }) => [state, count]))).toMatchObject({
    active: 2,
    paused: 1,
    completed: 1,
    expired: 1,
    removed: 0,
  });
});

test('says how mail, storage and the version are', async () => {
  const admin = await makeUser(db, { role: 'admin' });
  const mail = { recipient: 'a@example.org', subject: 'S', body: 'B' };
  await db
    .insert(outbox)
    .values([
      { ...mail, state: 'dead', lastError: 'no' },
      { ...mail, attempts: 2, lastError: 'later' },
      { ...mail },
      { ...mail, state: 'sent' },
      { ...mail, state: 'dead', createdAt: daysAgo(4_000) },
    ]);
  const dashboard = await perform(getDashboard, {}, { db, actor: admin });
  expect(dashboard.mails).toEqual({ waiting: 2, failing: 1, dead: 1, sent: 1 });
  expect(dashboard.publications).toEqual({ waiting: 0, failed: 0 });
  expect(dashboard.batches).toEqual({ waiting: 0, failed: 0 });
  expect(dashboard.storage).toMatchObject({ assets: 0, assetBytes: 0 });
  expect(dashboard.storage.databaseBytes).toBeGreaterThan(1_000_000);
  expect(dashboard.database.migrations).toBeGreaterThan(4);
  expect(dashboard.database.postgres).toMatch(/^\d+/);
});

test('takes three queries, however much there is', async () => {
  const admin = await makeUser(db, { role: 'admin' });
  const execute = vi.spyOn(db, 'execute');
  const select = vi.spyOn(db, 'select');
  await perform(getDashboard, {}, { db, actor: admin });
  expect([execute.mock.calls.length, select.mock.calls.length]).toEqual([3, 0]);
  vi.restoreAllMocks();
});

test('reads only the last weeks of the ledger, by the index of time', async () => {
  const plan = await db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    return tx.execute<{ 'QUERY PLAN': string }>(
      sql`explain select 1 from evidence where at >= ${daysAgo(80).toISOString()}`,
    );
  });
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('evidence_at_idx');
});

test.each(['student', 'instructor'] as const)('a %s finds nothing of it', async (role) => {
  const actor = await makeUser(db, { role });
  await expect(perform(getDashboard, {}, { db, actor })).rejects.toMatchObject({ name: 'NotFound' });
});
