import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { courses, enrollments, evidence } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { answerQuestion } from '@/features/learning/answer-question';
import { completeLesson } from '@/features/learning/complete-lesson';
import { recordViews } from '@/features/learning/record-views';
import type { Actor } from '@/rules/access';
import { viewKey } from '@/rules/learning/evidence';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeStaff, makeUser } from '@/test/factories';
import { gate, hold, lateIn, waiting } from '@/test/locks';
import { carryOut, makeBatch, seatErrors, standing } from '@/test/rosters';
import { getBatch } from './batches/get-batch';
import { undoBatch } from './batches/undo-batch';
import { expireDue } from './clock/expire-due';
import { changeEnrollment } from './roster/change-enrollment';
import { withdraw } from './withdraw';

let db: Database;
let close: () => Promise<void>;
let course: Awaited<ReturnType<typeof makeCourse>>;
let owner: Actor;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  course = await makeCourse(db, { lessons: ['one'] });
  owner = await makeUser(db, { role: 'instructor' });
  await makeStaff(db, owner, course.courseId);
});

const lesson = () => ({ course: course.slug, lesson: 'one' });
const view = (actor: Actor, on = db) =>
  perform(recordViews, { ...lesson(), blocks: ['opening'] }, { db: on, actor });
const finish = (actor: Actor) => perform(completeLesson, lesson(), { db, actor });
const answer = (actor: Actor, given = 'b') =>
  perform(
    answerQuestion,
    { ...lesson(), block: 'q-1', answer: [given], key: crypto.randomUUID() },
    { db, actor },
  );
/** What a learner is told: that it is saved, or that there is nothing. */
const told = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'saved',
    (error: Error) => error.name,
  );
const rowOf = async ({ userId }: Actor) => {
  const row = (await standing(db, course.courseId)).get(userId);
  if (!row) throw new Error('no enrollment');
  return row;
};
const ledger = async (actor: Actor) =>
  db
    .select()
    .from(evidence)
    .where(eq(evidence.enrollmentId, (await rowOf(actor)).id));

/** Lets a batch enroll people, and has it undone: the undo waits for the job. */
async function enrolledByBatch(people: readonly Actor[]) {
  const items = people.map(({ userId }) => ({ userId, move: { action: 'enroll' } as const }));
  const batch = await makeBatch(db, owner, course.courseId, items);
  await carryOut(db, batch);
  return batch;
}
const undoing = async (batch: string) => (await perform(undoBatch, { batch }, { db, actor: owner })).id;
const undoneTo = async (undo: string) => {
  const { items } = await perform(getBatch, { batch: undo, outcome: null, after: 0 }, { db, actor: owner });
  return new Map(items.map(({ email, to, refusal }) => [email, refusal ?? to]));
};

/** Keeps a learner's view of the opening in the air, with their enrollment locked, until it is let go. */
async function inTheAir(actor: Actor) {
  const { id: enrollmentId } = await rowOf(actor);
  const row = { enrollmentId, editionId: course.editionId, lessonId: 'one', blockId: 'opening' } as const;
  const key = viewKey('one', 'opening');
  const held = await hold(db, (tx) =>
    tx.insert(evidence).values({ ...row, kind: 'viewed', idempotencyKey: key }),
  );
  const work = told(view(actor));
  await waiting(db);
  return { work, release: held.release };
}
const holdRow = async (actor: Actor) =>
  hold(db, sql`select from enrollments where id = ${(await rowOf(actor)).id} for update`);

describe('an undo in the very moment of work', () => {
  test('that was there first finds it, and leaves the person', async () => {
    const actor = await makeUser(db);
    const undo = await undoing(await enrolledByBatch([actor]));
    const { work, release } = await inTheAir(actor);
    const undone = carryOut(db, undo);
    await waiting(db, 2);
    await release();
    await undone;
    expect(await work).toBe('saved');
    expect(await undoneTo(undo)).toEqual(new Map([[actor.email, 'has-moved-on']]));
    expect(await rowOf(actor)).toMatchObject({ state: 'active' });
  });

  test.each([
    ['a view', view],
    ['an answer', answer],
    ['the end of a lesson', finish],
  ])('comes first: %s is refused, and nothing of it is kept', async (_, work) => {
    const people = await Promise.all([makeUser(db), makeUser(db)]);
    const undo = await undoing(await enrolledByBatch(people));
    const rows = await standing(db, course.courseId);
    const [first, last] = people.sort((a, b) =>
      (rows.get(a.userId)?.id ?? '') < (rows.get(b.userId)?.id ?? '') ? -1 : 1,
    ) as [Actor & { email: string }, Actor & { email: string }];
    // The undo holds the first when it comes to wait for the last.
    const { release } = await holdRow(last);
    const undone = carryOut(db, undo);
    await waiting(db);
    const outcome = told(work(first));
    await waiting(db, 2);
    await release();
    await undone;
    expect(await outcome).toBe('NotFound');
    expect(await undoneTo(undo)).toEqual(new Map(people.map(({ email }) => [email, 'removed'])));
    expect(await ledger(first)).toEqual([]);
    expect(await rowOf(first)).toMatchObject({ state: 'removed', lastActiveAt: null, lastLessonId: null });
  });

  test('finds also work whose request began before the batch did', async () => {
    const actor = await makeUser(db);
    const [begun, enrolled] = [gate(), gate()];
    const work = told(view(actor, lateIn(db, begun.open, enrolled.opened)));
    await begun.opened;
    const undo = await undoing(await enrolledByBatch([actor]));
    enrolled.open();
    expect(await work).toBe('saved');
    await carryOut(db, undo);
    expect(await undoneTo(undo)).toEqual(new Map([[actor.email, 'has-moved-on']]));
  });

  test('has an outcome for each of many: who was told that it is saved stays, who was not is gone', async () => {
    const crowd = await Promise.all(Array.from({ length: 24 }, () => makeUser(db)));
    const undo = await undoing(await enrolledByBatch(crowd));
    // One begins after the other, and the undo comes in their midst.
    const inTurn = async <T>(turn: number, work: () => Promise<T>): Promise<T> => {
      await new Promise((resolve) => setTimeout(resolve, turn * 8));
      return work();
    };
    const [, ...outcomes] = await Promise.all([
      inTurn(crowd.length / 3, () => carryOut(db, undo)),
      ...crowd.map((actor, n) => inTurn(n, () => told(n % 2 === 0 ? view(actor) : finish(actor)))),
    ]);
    const undone = await undoneTo(undo);
    for (const [n, actor] of crowd.entries()) {
      const saved = outcomes[n] === 'saved';
      expect([outcomes[n], undone.get(actor.email)]).toEqual(
        saved ? ['saved', 'has-moved-on'] : ['NotFound', 'removed'],
      );
      expect((await ledger(actor)).length > 0).toBe(saved);
    }
    expect(await seatErrors(db, course.courseId)).toEqual([]);
  });
});

describe('whoever leaves in the very moment of work', () => {
  const remove = async (actor: Actor) => {
    const move = { action: 'remove', reason: 'Because' } as const;
    await carryOut(db, await makeBatch(db, owner, course.courseId, [{ userId: actor.userId, move }]));
  };
  const leave = (actor: Actor) => perform(withdraw, { slug: course.slug }, { db, actor });
  const expire = async (actor: Actor) => {
    const past = { endsAt: new Date(Date.now() - 1_000), endsZone: 'UTC' };
    await db.update(enrollments).set(past).where(eq(enrollments.userId, actor.userId));
    await perform(expireDue, { most: 500 }, { db, actor: platform });
  };

  test.each([
    ['removed', remove],
    ['withdrawn', leave],
    ['expired', expire],
  ] as const)('and is %s before it is saved is told that it is not', async (state, end) => {
    const actor = await makeUser(db);
    await makeEnrollment(db, actor, course);
    // Both wait for the enrollment, whoever leaves first in the queue.
    const { release } = await holdRow(actor);
    const ended = end(actor);
    await waiting(db);
    const work = told(view(actor));
    await waiting(db, 2);
    await release();
    await ended;
    expect(await work).toBe('NotFound');
    expect(await ledger(actor)).toEqual([]);
    expect(await rowOf(actor)).toMatchObject({ state, lastActiveAt: null });
  });

  test('after it was saved keeps it', async () => {
    const actor = await makeUser(db);
    await makeEnrollment(db, actor, course);
    await db.update(courses).set({ seatsTaken: 1 }).where(eq(courses.id, course.courseId));
    const { work, release } = await inTheAir(actor);
    const left = leave(actor);
    await waiting(db, 2);
    await release();
    await left;
    expect(await work).toBe('saved');
    expect(await ledger(actor)).toHaveLength(1);
    expect(await rowOf(actor)).toMatchObject({ state: 'withdrawn' });
    expect(await seatErrors(db, course.courseId)).toEqual([]);
  });
});

test('of two who change an enrollment that they both looked at, the second is not heard', async () => {
  const actor = await makeUser(db);
  await makeEnrollment(db, actor, course);
  const { id: enrollment, version } = await rowOf(actor);
  const address = 'https://learn.example.org';
  const change = (end: string) => {
    const input = {
      course: course.slug,
      enrollment,
      version,
      address,
      action: 'change',
      ending: 'at',
      date: end,
    };
    return perform(changeEnrollment, input, { db, actor: owner }).then(
      () => end,
      (error) => error.code,
    );
  };
  const { release } = await holdRow(actor);
  const both = [change('2098-01-01'), change('2099-01-01')];
  await waiting(db, 2);
  await release();
  const [kept, ...others] = (await Promise.all(both)).sort();
  expect(others).toEqual(['changed-meanwhile']);
  expect((await rowOf(actor)).endsAt?.toISOString().slice(0, 10)).toBe(kept);
});
