import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { batchById } from '@/db/queries/batches';
import { coursesWithFreeSeats } from '@/db/queries/waitlist';
import { cohorts, courses, enrollmentEvents, enrollments, evidence, outbox, users } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeStaff, makeUser } from '@/test/factories';
import { carryOut, makeBatch, makeCohort, seatErrors, standing, strike } from '@/test/rosters';
import { enroll } from '../enroll';
import { getBatch } from './get-batch';
import { undoBatch } from './undo-batch';

let db: Database;
let close: () => Promise<void>;
let course: Awaited<ReturnType<typeof makeCourse>>;
let owner: Actor;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  course = await makeCourse(db);
  owner = await makeUser(db, { role: 'instructor' });
  await makeStaff(db, owner, course.courseId);
});

const people = (count: number) => Promise.all(Array.from({ length: count }, () => makeUser(db)));
const people1 = async (): Promise<[Actor]> => [await makeUser(db)];
const people2 = async (): Promise<[Actor, Actor]> => [await makeUser(db), await makeUser(db)];
const people3 = async (): Promise<[Actor, Actor, Actor]> => [...(await people2()), await makeUser(db)];
const states = async (who: Actor[]) => {
  const rows = await standing(db, course.courseId);
  return who.map(({ userId }) => rows.get(userId)?.state ?? 'none');
};
const enrolling = (who: Actor[], cohortId: string | null = null) =>
  who.map(({ userId }) => ({ userId, move: { action: 'enroll', cohortId } as const }));
const undo = async (batch: string, actor = owner) => {
  const { id } = await perform(undoBatch, { batch }, { db, actor });
  await carryOut(db, id);
  return id;
};

describe('a batch', () => {
  test('gives the seats in its order, and lets the others wait in the same', async () => {
    const cohort = await makeCohort(db, course.courseId, { seats: 3, waitlist: true });
    const five = await people(5);
    const batch = await makeBatch(db, owner, course.courseId, enrolling(five, cohort));
    await carryOut(db, batch);
    expect(await states(five)).toEqual(['active', 'active', 'active', 'waitlisted', 'waitlisted']);
    expect(await seatErrors(db, course.courseId)).toEqual([]);
    expect(await batchById(db, batch)).toMatchObject({
      state: 'done',
      total: 5,
      done: 5,
      outcomes: { active: 3, waitlisted: 2 },
    });
    const { items } = await perform(getBatch, { batch, outcome: null, after: 0 }, { db, actor: owner });
    expect(items.map(({ name, to }) => [name, to])).toEqual(
      five.map(({ name }, index) => [name, index < 3 ? 'active' : 'waitlisted']),
    );
    const mails = await db
      .select()
      .from(outbox)
      .where(eq(outbox.recipient, five[4]?.email ?? ''));
    expect(mails).toMatchObject([{ subject: expect.stringContaining('waitlist') }]);
  });

  test('offers a seat that is freed to who has waited longest, with a mail, and to the next when it lapses', async () => {
    const cohort = await makeCohort(db, course.courseId, { seats: 1, waitlist: true });
    const [first, second, third] = await people3();
    await carryOut(
      db,
      await makeBatch(db, owner, course.courseId, enrolling([first, second, third], cohort)),
    );
    await strike(db, course.courseId);
    expect(await states([first, second, third])).toEqual(['active', 'waitlisted', 'waitlisted']);

    const leave = [{ userId: first.userId, move: { action: 'withdraw' } as const }];
    await carryOut(db, await makeBatch(db, owner, course.courseId, leave));
    await strike(db, course.courseId);
    await strike(db, course.courseId);
    expect(await states([first, second, third])).toEqual(['withdrawn', 'invited', 'waitlisted']);
    expect(await seatErrors(db, course.courseId)).toEqual([]);
    const mails = await db
      .select()
      .from(outbox)
      .where(eq(outbox.recipient, second.email))
      .orderBy(outbox.createdAt);
    expect(mails.at(-1)).toMatchObject({ subject: expect.stringContaining('A seat is free') });
    expect(mails.at(-1)?.body).toMatch(/invitation\?token=\S+/);

    await db
      .update(enrollments)
      .set({ offerUntil: sql`now() - interval '1 second'` as never })
      .where(eq(enrollments.userId, second.userId));
    await strike(db, course.courseId);
    expect(await states([second, third])).toEqual(['expired', 'invited']);
    expect(await seatErrors(db, course.courseId)).toEqual([]);
  });

  test('offers no seat where time is over, and does when it goes on', async () => {
    const cohort = await makeCohort(db, course.courseId, { seats: 1, waitlist: true });
    const [first, second] = await people2();
    await carryOut(db, await makeBatch(db, owner, course.courseId, enrolling([first, second], cohort)));
    await db
      .update(courses)
      .set({ endsAt: new Date(0) })
      .where(eq(courses.id, course.courseId));
    await strike(db, course.courseId);
    expect(await states([first, second])).toEqual(['expired', 'waitlisted']);
    expect(await coursesWithFreeSeats(db, 1_000)).not.toContain(course.courseId);
    await db
      .update(cohorts)
      .set({ endsAt: new Date('2099-01-01Z') })
      .where(eq(cohorts.id, cohort));
    expect(await coursesWithFreeSeats(db, 1_000)).toContain(course.courseId);
    await strike(db, course.courseId);
    expect(await states([first, second])).toEqual(['expired', 'invited']);
  });

  test('lets nobody overtake those who wait, whoever enrolls them', async () => {
    await db.update(courses).set({ seats: 1, waitlist: true }).where(eq(courses.id, course.courseId));
    const [first, second, third] = await people3();
    await carryOut(db, await makeBatch(db, owner, course.courseId, enrolling([first, second])));
    await db.update(courses).set({ seats: 2 }).where(eq(courses.id, course.courseId));
    await carryOut(db, await makeBatch(db, owner, course.courseId, enrolling([third])));
    expect(await states([first, second, third])).toEqual(['active', 'waitlisted', 'waitlisted']);
    await strike(db, course.courseId);
    expect(await states([second, third])).toEqual(['invited', 'waitlisted']);
  });

  test('gives whoever has no account one to claim, with an invitation that only the mail holds', async () => {
    const person = { email: 'new.person@school.example', name: '林小明', externalId: 'S-1' };
    const item = { person, move: { action: 'invite' } as const };
    const batch = await makeBatch(db, owner, course.courseId, [
      item,
      { ...item, move: { action: 'enroll' } },
    ]);
    await carryOut(db, batch);
    const [user] = await db.select().from(users).where(eq(users.email, person.email));
    expect(user).toMatchObject({ name: '林小明', externalId: 'S-1', passwordHash: 'none' });
    expect(user?.unclaimedSince).not.toBeNull();
    // The same person twice in one list has two turns, in the order of the list.
    expect((await standing(db, course.courseId)).get(user?.id ?? '')?.state).toBe('active');
  });

  test('says of each person why nothing was done', async () => {
    const [one] = await people1();
    const batch = await makeBatch(db, owner, course.courseId, [
      { userId: one.userId, move: { action: 'pause' } },
    ]);
    await carryOut(db, batch);
    const { items } = await perform(getBatch, { batch, outcome: 'refused', after: 0 }, { db, actor: owner });
    expect(items).toMatchObject([{ from: 'none', to: 'none', refusal: 'not-from-this-state' }]);
  });
});

describe('undoing a batch', () => {
  test('restores everybody exactly, with a row in each history, and frees what it took', async () => {
    const cohort = await makeCohort(db, course.courseId, { seats: 3 });
    const [fresh, moved, paused] = await people3();
    await carryOut(db, await makeBatch(db, owner, course.courseId, enrolling([moved, paused])));
    const before = await standing(db, course.courseId);
    const ends = { at: '2099-01-01T00:00:00.000Z', zone: 'Asia/Shanghai' };
    const batch = await makeBatch(db, owner, course.courseId, [
      ...enrolling([fresh], cohort),
      { userId: moved.userId, move: { action: 'change', cohortId: cohort, ends } },
      { userId: paused.userId, move: { action: 'pause', reason: 'Away' } },
    ]);
    await carryOut(db, batch);
    expect(await states([fresh, moved, paused])).toEqual(['active', 'active', 'paused']);

    await undo(batch);
    const after = await standing(db, course.courseId);
    expect(await states([fresh, moved, paused])).toEqual(['removed', 'active', 'active']);
    for (const { userId } of [moved, paused]) {
      const { version: _then, ...was } = before.get(userId) ?? { version: 0 };
      const { version: _now, ...is } = after.get(userId) ?? { version: 0 };
      expect(is).toEqual(was);
    }
    expect(await seatErrors(db, course.courseId)).toEqual([]);
    const history = await db
      .select({ action: enrollmentEvents.action, reason: enrollmentEvents.reason })
      .from(enrollmentEvents)
      .where(eq(enrollmentEvents.enrollmentId, after.get(paused.userId)?.id ?? ''))
      .orderBy(asc(enrollmentEvents.id));
    expect(history.map(({ action }) => action)).toEqual(['enroll', 'pause', 'undo']);
  });

  test('leaves who has moved on, and says who', async () => {
    const [learned, changed, left] = await people3();
    const batch = await makeBatch(db, owner, course.courseId, enrolling([learned, changed, left]));
    await carryOut(db, batch);
    const rows = await standing(db, course.courseId);
    await db.insert(evidence).values({
      enrollmentId: rows.get(learned.userId)?.id ?? '',
      editionId: course.editionId,
      lessonId: 'one',
      blockId: 'opening',
      kind: 'viewed',
      idempotencyKey: 'viewed',
    });
    const pause = [{ userId: changed.userId, move: { action: 'pause' } as const }];
    await carryOut(db, await makeBatch(db, owner, course.courseId, pause));
    const undone = await undo(batch);
    expect(await states([learned, changed, left])).toEqual(['active', 'paused', 'removed']);
    const shown = await perform(
      getBatch,
      { batch: undone, outcome: 'refused', after: 0 },
      { db, actor: owner },
    );
    expect(shown.items.map(({ email, refusal }) => [email, refusal]).sort()).toEqual(
      [learned, changed].map(({ email }) => [email, 'has-moved-on']).sort(),
    );
  });

  test('takes no seat from whoever has it now', async () => {
    await db.update(courses).set({ seats: 1 }).where(eq(courses.id, course.courseId));
    const [was, is] = await people2();
    await perform(enroll, { slug: course.slug }, { db, actor: was });
    const batch = await makeBatch(db, owner, course.courseId, [
      { userId: was.userId, move: { action: 'withdraw' } },
    ]);
    await carryOut(db, batch);
    await perform(enroll, { slug: course.slug }, { db, actor: is });
    const undone = await undo(batch);
    expect(await states([was, is])).toEqual(['withdrawn', 'active']);
    expect(await batchById(db, undone)).toMatchObject({ outcomes: { refused: 1 } });
    expect(await seatErrors(db, course.courseId)).toEqual([]);
  });

  test('is done once, not while it runs, and not undone again', async () => {
    const batch = await makeBatch(db, owner, course.courseId, enrolling(await people(1)));
    const refusal = (id: string) =>
      perform(undoBatch, { batch: id }, { db, actor: owner }).then(
        () => 'undone',
        (error) => error.code,
      );
    expect(await refusal(batch)).toBe('batch-under-way');
    await carryOut(db, batch);
    const tries = await Promise.all([refusal(batch), refusal(batch), refusal(batch)]);
    expect(tries.sort()).toEqual(['batch-undone', 'batch-undone', 'undone']);
    const undoing = (await batchById(db, batch))?.undoneBy ?? '';
    await carryOut(db, undoing);
    expect(await refusal(undoing)).toBe('undo-of-undo');
  });
});

test.each(['student', 'instructor'] as const)('a batch is missing for a %s of no course', async (role) => {
  const batch = await makeBatch(db, owner, course.courseId, enrolling(await people(1)));
  await carryOut(db, batch);
  const actor = await makeUser(db, { role });
  for (const attempt of [
    () => perform(getBatch, { batch, outcome: null, after: 0 }, { db, actor }),
    () => perform(undoBatch, { batch }, { db, actor }),
  ])
    await expect(attempt()).rejects.toMatchObject({ name: 'NotFound' });
});
