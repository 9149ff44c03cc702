import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { batchById, leaseBatch } from '@/db/queries/batches';
import { auditLog, courses, enrollmentBatches, enrollmentEvents, enrollments } from '@/db/schema';
import { failBatch } from '@/features/enrollment/batches/fail-batch';
import { runBatchStep } from '@/features/enrollment/batches/run-batch-step';
import { expireDue } from '@/features/enrollment/clock/expire-due';
import { offerSeats } from '@/features/enrollment/clock/offer-seats';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeUser } from '@/test/factories';
import { makeBatch, seatErrors, standing } from '@/test/rosters';
import { carryOutBatches, keepTime } from './enrollments';

let db: Database;
let close: () => Promise<void>;
let course: Awaited<ReturnType<typeof makeCourse>>;
let admin: Actor;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
  Object.assign(globalThis, { platformDatabase: db });
  vi.stubEnv('DATABASE_URL', 'postgres://unused/unused');
  admin = await makeUser(db, { role: 'admin' });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await close();
});
beforeEach(async () => {
  course = await makeCourse(db);
});

const crowd = (count: number) => Promise.all(Array.from({ length: count }, () => makeUser(db)));
const batchOf = async (count: number) => {
  const people = await crowd(count);
  const items = people.map(({ userId }) => ({ userId, move: { action: 'enroll' } as const }));
  return makeBatch(db, admin, course.courseId, items);
};
const dueNow = () =>
  db
    .update(enrollmentBatches)
    .set({ nextAttemptAt: sql`now()` })
    .where(eq(enrollmentBatches.state, 'running'));

describe('the job of batches', () => {
  test('carries a batch out once, however many workers there are', async () => {
    const batch = await batchOf(30);
    while ((await Promise.all([0, 1, 2, 3].map(() => carryOutBatches()))).some((count) => count > 0));
    expect(await batchById(db, batch)).toMatchObject({ state: 'done', done: 30, outcomes: { active: 30 } });
    const events = await db.select().from(enrollmentEvents).where(eq(enrollmentEvents.batchId, batch));
    expect(events).toHaveLength(30);
    expect(await carryOutBatches()).toBe(0);
  });

  test('takes over from a worker that was killed, once its lease has run out', async () => {
    const batch = await batchOf(3);
    expect(await leaseBatch(db, 60)).toMatchObject({ id: batch });
    expect(await carryOutBatches()).toBe(0);
    await dueNow();
    while ((await carryOutBatches()) > 0);
    expect(await batchById(db, batch)).toMatchObject({ state: 'done', done: 3 });
  });

  test('keeps nothing of a step that fails, tries again later, and stops after five tries with the reason', async () => {
    const batch = await batchOf(2);
    await db.execute(sql`
      create or replace function refuse_enrollment() returns trigger language plpgsql as
      $$ begin raise exception 'no room left'; end $$`);
    await db.execute(
      sql`create trigger refuse before insert on enrollments execute function refuse_enrollment()`,
    );
    for (let attempt = 1; attempt < 5; attempt += 1) {
      expect(await carryOutBatches()).toBe(1);
      expect(await batchById(db, batch)).toMatchObject({ state: 'running', done: 0, error: 'no room left' });
      expect(await carryOutBatches()).toBe(0);
      await dueNow();
    }
    await carryOutBatches();
    await db.execute(sql`drop trigger refuse on enrollments`);
    expect(await batchById(db, batch)).toMatchObject({ state: 'failed', done: 0, error: 'no room left' });
    expect((await standing(db, course.courseId)).size).toBe(0);
    const entries = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.object, `batch:${batch}`));
    expect(entries).toMatchObject([{ action: 'fail-batch', detail: { why: 'no room left' } }]);
  });

  test('has the tables that it fills measured whenever it has doubled', async () => {
    const known = async () => {
      const [row] = await db.execute<{ n: number }>(
        sql`select reltuples::int as n from pg_class where relname = 'enrollment_events'`,
      );
      return row?.n;
    };
    const batch = await batchOf(3);
    await db.execute(sql`analyze enrollment_events`);
    const before = await known();
    await carryOutBatches();
    expect(await known()).toBe(before);
    const large = await batchOf(3);
    await db.update(enrollmentBatches).set({ done: 1_998 }).where(eq(enrollmentBatches.id, large));
    while ((await carryOutBatches()) > 0);
    expect(await known()).toBe((before ?? 0) + 6);
    expect(await batchById(db, batch)).toMatchObject({ state: 'done' });
  });

  test('does not begin a batch whose items are still being written', async () => {
    const batch = await batchOf(1);
    await db
      .update(enrollmentBatches)
      .set({ nextAttemptAt: sql`'infinity'` as never })
      .where(eq(enrollmentBatches.id, batch));
    expect(await carryOutBatches()).toBe(0);
    await db.delete(enrollmentBatches).where(eq(enrollmentBatches.id, batch));
  });
});

describe('the clock of enrollments', () => {
  test('writes down what time has ended, with its history and its seat, whoever held it', async () => {
    const [learner, guest, staying] = await crowd(3);
    for (const [person, state] of [
      [learner, 'active'],
      [guest, 'invited'],
      [staying, 'active'],
    ] as const) {
      await db.insert(enrollments).values({
        courseId: course.courseId,
        userId: person?.userId ?? '',
        editionId: course.editionId,
        state,
        ...(person !== staying && { endsAt: new Date(Date.now() - 1_000), endsZone: 'UTC' }),
        ...(state === 'invited' && { offerUntil: new Date(Date.now() - 1_000) }),
      });
    }
    await db.update(courses).set({ seatsTaken: 3 }).where(eq(courses.id, course.courseId));
    expect(await keepTime()).toBe(2);
    expect(await keepTime()).toBe(0);
    const rows = await standing(db, course.courseId);
    const states = [learner, guest, staying].map((person) => rows.get(person?.userId ?? '')?.state);
    expect(states).toEqual(['expired', 'expired', 'active']);
    expect(await seatErrors(db, course.courseId)).toEqual([]);
    const events = await db.select().from(enrollmentEvents).where(eq(enrollmentEvents.action, 'expire'));
    expect(events).toHaveLength(2);
    for (const { actorId } of events) expect(actorId).toBeNull();
  });

  test('lets an end that a course or a cohort is given count for everybody in it at once', async () => {
    const [learner] = await crowd(1);
    await db.insert(enrollments).values({
      courseId: course.courseId,
      userId: learner?.userId ?? '',
      editionId: course.editionId,
      state: 'active',
    });
    await db.update(courses).set({ seatsTaken: 1 }).where(eq(courses.id, course.courseId));
    expect(await keepTime()).toBe(0);
    await db
      .update(courses)
      .set({ endsAt: new Date(Date.now() - 1_000) })
      .where(eq(courses.id, course.courseId));
    expect(await keepTime()).toBe(1);
  });
});

test.each(['student', 'instructor', 'staff', 'admin'] as const)(
  'the jobs are not for people: %s',
  async (role) => {
    const actor = await makeUser(db, { role });
    const batch = await batchOf(1);
    const address = 'https://learn.example.org';
    await db.update(enrollmentBatches).set({ state: 'running' }).where(eq(enrollmentBatches.id, batch));
    for (const attempt of [
      () => perform(runBatchStep, { batch, address }, { db, actor }),
      () => perform(failBatch, { batch, why: 'x' }, { db, actor }),
      () => perform(expireDue, { most: 1 }, { db, actor }),
      () => perform(offerSeats, { courseId: course.courseId, address }, { db, actor }),
    ])
      await expect(attempt()).rejects.toMatchObject({ name: 'NotFound' });
    await db.update(enrollmentBatches).set({ state: 'failed' }).where(eq(enrollmentBatches.id, batch));
  },
);
