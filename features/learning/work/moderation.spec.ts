import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { loneReadings } from '@/db/queries/moderation';
import { courseStaff, gradings, readings, submissions, users } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { reviewPublication } from '@/features/authoring/publishing/review-publication';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeWork } from '@/test/work';
import { getAgreement } from './get-agreement';
import { keepGrading } from './keep-grading';
import { listWorkQueue } from './list-work-queue';
import { nameModerator } from './name-moderator';
import { putBackWork } from './put-back-work';
import { settleLone } from './settle-lone';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const all = 'moderation: { share: 100, apart: 30 }';
const best = { claim: 2, evidence: 1 };
const near = { claim: 1, evidence: 1 };
const none = { claim: 0, evidence: 0 };

/** Work that two grade, with two graders beside the owner, and what somebody wrote. */
const handedIn = async (rules: string[] = [], count = 1) => {
  const work = await makeWork(db, [all, ...rules]);
  const [one, other] = [await work.staff('grader'), await work.staff('grader')];
  const writers = await Promise.all(Array.from({ length: count }, () => work.writer()));
  const ids: string[] = [];
  for (const writer of writers) ids.push(await writer.submit());
  const [writer, id] = [writers[0], ids[0]];
  if (!writer || !id) throw new Error('nobody wrote');
  /** Takes it and gives it these levels. */
  const give = async (actor: Actor, scores: Record<string, number>, comment = '') => {
    expect(await work.grading(actor).claim(id)).toEqual({ submission: id });
    return work.grading(actor).finish(id, scores, comment);
  };
  const row = async () => (await db.select().from(submissions).where(eq(submissions.id, id)))[0];
  return { ...work, one, other, writer, writers, ids, id, give, row };
};
/** What the job does. */
const settleAll = async () => {
  let count = 0;
  for (const submission of await loneReadings(db, 10, []))
    if ((await perform(settleLone, { submission }, { db, actor: platform })).graded) count += 1;
  return count;
};
const notFound = { name: 'NotFound' };

describe('work that two grade', () => {
  test('is graded when both have, who see nothing of each other, and counts as the first gave it', async () => {
    const { one, other, give, grading, id, writer, slug } = await handedIn();
    expect(await give(one, best, 'CANARY_FIRST')).toEqual({ stands: 'open', released: false });
    expect(await writer.grade()).toBeNull();
    expect((await writer.get()).waiting).toMatchObject({ place: 1 });
    expect(await grading(one).get(id)).toMatchObject({ state: 'waits', stage: 'second', scores: best });
    const seen = async () => [
      await grading(other).get(id),
      await perform(listWorkQueue, { course: slug, state: 'waiting', page: 1 }, { db, actor: other }),
    ];
    expect(JSON.stringify(await seen())).not.toMatch(/CANARY_FIRST|"claim":2/);
    expect(await give(other, near, 'Second')).toEqual({ stands: 'graded', released: true });
    expect(await writer.grade()).toMatchObject({ final: 1_000_000 });
    expect((await writer.get()).result).toMatchObject({ comment: 'CANARY_FIRST', percent: 100 });
    expect(JSON.stringify(await writer.get())).not.toContain('Second');
    expect(await grading(other).get(id)).toMatchObject({ state: 'graded', given: [{}, {}], stage: null });
  });

  test('is never graded by one person twice: neither by the queue nor by the database', async () => {
    const { one, give, grading, id } = await handedIn();
    await give(one, best);
    expect(await grading(one).claim()).toEqual({ submission: null });
    expect(await grading(one).claim(id)).toEqual({ submission: null });
    await expect(grading(one).finish(id, none)).rejects.toMatchObject({ code: 'work-taken' });
    const twice = db.insert(readings).values({
      submissionId: id,
      place: 2,
      graderId: one.userId,
      claimedUntil: new Date(),
    });
    await expect(twice).rejects.toMatchObject({ cause: { constraint_name: 'readings_grader_key' } });
  });

  test('is held by two of many who ask at once, and each has a place of their own', async () => {
    const { staff, grading, id } = await handedIn();
    const graders = await Promise.all(Array.from({ length: 6 }, () => staff('grader')));
    for (let round = 0; round < 3; round += 1)
      await Promise.all(graders.map((grader) => grading(grader).claim(id)));
    const rows = await db.select().from(readings).where(eq(readings.submissionId, id));
    expect(rows.map(({ place }) => place).sort()).toEqual([1, 2]);
    expect(new Set(rows.map(({ graderId }) => graderId)).size).toBe(2);
    expect(await db.select().from(gradings).where(eq(gradings.submissionId, id))).toEqual([]);
  });

  test('finished by both at once is graded once', async () => {
    const { one, other, grading, id, writer } = await handedIn();
    for (const grader of [one, other]) await grading(grader).claim(id);
    const done = await Promise.all([one, other].map((grader) => grading(grader).finish(id, best)));
    expect(done.map(({ stands }) => stands).sort()).toEqual(['graded', 'open']);
    expect(await writer.history()).toHaveLength(1);
  });

  test('is kept, renewed, lapses, and is put back, a place at a time', async () => {
    const { one, other, grading, staff, id, slug } = await handedIn();
    await grading(one).claim();
    await grading(other).claim();
    const third = await staff('grader');
    expect(await grading(third).claim(id)).toEqual({ submission: null });
    expect(await grading(third).get(id)).toMatchObject({ state: 'held', stage: 'both' });
    const keep = (comment: string) =>
      perform(keepGrading, { course: slug, submission: id, scores: near, comment }, { db, actor: one });
    await keep('Mine so far');
    expect(await grading(one).claim()).toEqual({ submission: id });
    expect(await grading(one).get(id)).toMatchObject({ state: 'mine', comment: 'Mine so far' });
    await db
      .update(readings)
      .set({ claimedUntil: sql`now() - interval '1 second'` })
      .where(eq(readings.graderId, one.userId));
    expect(await grading(third).claim()).toEqual({ submission: id });
    expect(await grading(third).get(id)).toMatchObject({ state: 'mine', comment: '', scores: {} });
    await expect(keep('Late')).rejects.toMatchObject({ code: 'work-taken' });
    const back = () => perform(putBackWork, { course: slug, submission: id }, { db, actor: other });
    expect([await back(), await back()]).toEqual([true, false]);
    expect(await grading(one).claim()).toEqual({ submission: id });
  });
});

describe('two who are apart', () => {
  test('are decided between by an owner who sees both side by side, and by nobody else', async () => {
    const { one, other, give, grading, id, owner, writer, staff, row, slug } = await handedIn();
    await give(one, best, 'Good');
    expect(await give(other, none, 'Bad')).toEqual({ stands: 'apart', released: false });
    expect((await row())?.apartAt).toBeInstanceOf(Date);
    expect(await writer.grade()).toBeNull();
    const third = await staff('grader');
    for (const grader of [one, other, third]) {
      expect(await grading(grader).claim()).toEqual({ submission: null });
      expect(await grading(grader).get(id)).toMatchObject({ state: 'waits', stage: 'apart', given: [] });
      await expect(grading(grader).finish(id, best)).rejects.toMatchObject({ code: 'work-taken' });
    }
    expect(await grading(owner).get(id)).toMatchObject({
      state: 'free',
      given: [
        { scores: best, comment: 'Good' },
        { scores: none, comment: 'Bad' },
      ],
    });
    const queue = await perform(
      listWorkQueue,
      { course: slug, state: 'waiting', page: 1 },
      { db, actor: owner },
    );
    expect(queue.rows).toMatchObject([{ stage: 'apart', takes: true }]);
    expect(await grading(owner).claim()).toEqual({ submission: id });
    expect(await grading(owner).finish(id, near)).toEqual({ stands: 'graded', released: true });
    expect(await writer.grade()).toMatchObject({ final: 750_000 });
  });

  test('are decided between by a grader who is named for it, whom owners alone name', async () => {
    const { one, other, give, grading, id, owner, staff, slug } = await handedIn();
    const named = await staff('grader');
    const name = (actor: Actor, grader = named.userId) =>
      perform(nameModerator, { course: slug, grader, moderates: 'yes' }, { db, actor });
    await expect(name(one)).rejects.toMatchObject(notFound);
    await expect(name(owner, owner.userId)).rejects.toMatchObject(notFound);
    await name(owner);
    await give(one, best);
    await give(other, none);
    expect(await grading(named).claim()).toEqual({ submission: id });
    expect(await grading(named).finish(id, near)).toMatchObject({ stands: 'graded' });
  });

  test('are decided between by one of them only where nobody else is left', async () => {
    const { one, give, grading, id, owner } = await handedIn();
    await give(one, best);
    await give(owner, none);
    expect(await grading(one).claim(id)).toEqual({ submission: null });
    expect(await grading(owner).get(id)).toMatchObject({ state: 'free' });
    expect(await grading(owner).claim()).toEqual({ submission: id });
    const second = await handedIn();
    const partner = await second.staff('owner');
    await second.give(second.one, best);
    await second.give(partner, none);
    expect(await second.grading(partner).claim(second.id)).toEqual({ submission: null });
    expect(await second.grading(second.owner).claim(second.id)).toEqual({ submission: second.id });
  });
});

describe('a second grading that does not come', () => {
  test('is not waited for where nobody else grades, which is said before and after publishing', async () => {
    const { one, other, id, owner, slug, grading, writer } = await handedIn();
    for (const { userId } of [one, other])
      await db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, userId));
    const at = { db, actor: owner };
    expect(await perform(reviewPublication, { course: slug }, at)).toMatchObject({ oneGrader: true });
    const queue = await perform(listWorkQueue, { course: slug, state: 'waiting', page: 1 }, at);
    expect(queue).toMatchObject({ alone: true, twice: true });
    await grading(owner).claim();
    expect(await grading(owner).finish(id, best)).toEqual({ stands: 'graded', released: true });
    expect(await writer.grade()).toMatchObject({ final: 1_000_000 });
    await db.update(users).set({ suspendedAt: null }).where(eq(users.id, one.userId));
    expect(await perform(reviewPublication, { course: slug }, at)).toMatchObject({ oneGrader: false });
  });

  test('is not waited for when the others have left, nor when the promise ends', async () => {
    const { one, give, writer, id } = await handedIn();
    await give(one, near);
    expect(await settleAll()).toBe(0);
    await db
      .update(submissions)
      .set({ backAt: sql`now() + interval '30 minutes'` })
      .where(eq(submissions.id, id));
    expect(await settleAll()).toBe(1);
    expect(await writer.grade()).toMatchObject({ final: 750_000 });
    expect(await settleAll()).toBe(0);

    const left = await handedIn();
    await left.give(left.one, near);
    await db.delete(courseStaff).where(eq(courseStaff.userId, left.other.userId));
    await db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, left.owner.userId));
    expect(await settleAll()).toBe(1);
    expect(await left.writer.grade()).toMatchObject({ final: 750_000 });
  });
});

test('the page of agreement compares graders by criterion, and names no learner', async () => {
  const { one, other, ids, grading, slug, writers, staff } = await handedIn([], 6);
  for (const id of ids)
    for (const [grader, scores] of [
      [one, best],
      [other, near],
    ] as const) {
      await grading(grader).claim(id);
      await grading(grader).finish(id, scores);
    }
  const agreement = await perform(getAgreement, { course: slug }, { db, actor: one });
  expect(agreement).toMatchObject({
    works: 6,
    lessons: [
      {
        id: 'essay',
        works: 6,
        criteria: [
          { id: 'claim', pairs: 6, exact: 0, difference: 1, kappa: null },
          { id: 'evidence', pairs: 6, exact: 100, difference: 0, kappa: null },
        ],
      },
    ],
    strictness: [
      { name: other.name, works: 6, against: -25 },
      { name: one.name, works: 6, against: 25 },
    ],
    mayName: false,
  });
  const told = JSON.stringify(agreement);
  for (const { actor, enrollmentId } of writers)
    for (const secret of [actor.userId, actor.email, enrollmentId]) expect(told).not.toContain(secret);
  for (const id of ids) expect(told).not.toContain(id);
  for (const actor of [await staff('editor'), writers[0]?.actor ?? null])
    await expect(perform(getAgreement, { course: slug }, { db, actor })).rejects.toMatchObject(notFound);
});

test('work that is not drawn is graded by one, as ever', async () => {
  const work = await makeWork(db);
  const writer = await work.writer();
  const id = await writer.submit();
  await db.update(submissions).set({ moderated: false }).where(eq(submissions.id, id));
  const grader = await work.staff('grader');
  await work.grading(grader).claim();
  expect(await work.grading(grader).finish(id, best)).toEqual({ stands: 'graded', released: true });
  expect(await work.grading(grader).get(id)).toMatchObject({ given: [], stage: null });
});
