import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { courseGrades, gradings, submissions, users } from '@/db/schema';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { makeWork } from '@/test/work';
import { gradebookNow } from '../gradebook/items';
import { keepGrading } from './keep-grading';
import { listWorkQueue } from './list-work-queue';
import { putBackWork } from './put-back-work';
import { releaseWork } from './release-work';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const notFound = { name: 'NotFound' };
/** Written work with a grader, and so many who have handed it in. */
const handedIn = async (rules: string[], count = 1) => {
  const work = await makeWork(db, rules);
  const grader = await work.staff('grader');
  const writers = await Promise.all(Array.from({ length: count }, () => work.writer()));
  const ids: string[] = [];
  for (const writer of writers) ids.push(await writer.submit());
  const [writer, id] = [writers[0], ids[0]];
  if (!writer || !id) throw new Error('nobody wrote');
  return { ...work, grader, writers, ids, writer, id, ...work.grading(grader) };
};
const lapse = (id: string) =>
  db
    .update(gradings)
    .set({ claimedUntil: sql`now() - interval '1 second'` })
    .where(eq(gradings.submissionId, id));
const best = { claim: 2, evidence: 1 };

describe('work that is taken to be graded', () => {
  test('is the one whose promise ends first, and stays theirs until it is finished', async () => {
    const { claim, ids, finish, get } = await handedIn([], 2);
    await db
      .update(submissions)
      .set({ backAt: sql`now() + interval '1 hour'` })
      .where(eq(submissions.id, ids[1] ?? ''));
    expect(await claim()).toEqual({ submission: ids[1] });
    expect(await claim()).toEqual({ submission: ids[1] });
    expect(await get(ids[1] ?? '')).toMatchObject({ state: 'mine', promise: { overdue: false } });
    await finish(ids[1] ?? '', best);
    expect(await claim()).toEqual({ submission: ids[0] });
  });

  test('is never held by two, however many ask at once', async () => {
    const { staff, grading, ids } = await handedIn([], 5);
    const graders = await Promise.all(Array.from({ length: 8 }, () => staff('grader')));
    const taken = await Promise.all(graders.map((grader) => grading(grader).claim()));
    const held = taken.flatMap(({ submission }) => (submission ? [submission] : []));
    expect(held.sort()).toEqual([...ids].sort());
    const one = await Promise.all(graders.map((grader) => grading(grader).claim(ids[0])));
    expect(one.filter(({ submission }) => submission)).toHaveLength(1);
  });

  test('is taken by another once the time of the first is over, who then saves nothing any more', async () => {
    const { claim, finish, grading, staff, id, slug, grader, get } = await handedIn([]);
    await claim();
    const other = await staff('owner');
    expect(await grading(other).claim()).toEqual({ submission: null });
    expect(await grading(other).get(id)).toMatchObject({ state: 'held', grader: grader.name });
    const keep = (comment: string) =>
      perform(
        keepGrading,
        { course: slug, submission: id, scores: { claim: 1 }, comment },
        { db, actor: grader },
      );
    await keep('CANARY_MINE');
    await lapse(id);
    // Late, and nobody else has it: it is still theirs.
    await keep('CANARY_MINE');
    await lapse(id);
    expect(await grading(other).claim()).toEqual({ submission: id });
    expect(JSON.stringify(await grading(other).get(id))).not.toContain('CANARY_MINE');
    await expect(keep('Late')).rejects.toMatchObject({ code: 'work-taken' });
    await expect(finish(id, best)).rejects.toMatchObject({ code: 'work-taken' });
    await grading(other).finish(id, best);
    await expect(keep('Later')).rejects.toMatchObject({ code: 'work-graded' });
    await expect(grading(other).finish(id, best)).rejects.toMatchObject({ code: 'work-graded' });
    expect(await get(id)).toMatchObject({ state: 'graded', grader: other.name });
  });

  test('is put back, and waits for anybody', async () => {
    const { claim, id, slug, grader, grading, staff } = await handedIn([]);
    await claim();
    const back = () => perform(putBackWork, { course: slug, submission: id }, { db, actor: grader });
    expect([await back(), await back()]).toEqual([true, false]);
    expect(await grading(await staff('grader')).claim()).toEqual({ submission: id });
  });

  test('is not one’s own', async () => {
    const { grading, writer, id } = await handedIn([]);
    await db.update(users).set({ role: 'staff' }).where(eq(users.id, writer.actor.userId));
    const actor = { ...writer.actor, role: 'staff' as const };
    const own = grading(actor);
    expect(await own.claim()).toEqual({ submission: null });
    expect(await own.claim(id)).toEqual({ submission: null });
    await expect(own.get(id)).rejects.toMatchObject(notFound);
  });

  test('needs who may grade: editors, learners and instructors of other courses find nothing', async () => {
    const { staff, writers, grading, id, slug } = await handedIn([]);
    const elsewhere = await makeWork(db);
    const others = [await staff('editor'), writers[0]?.actor, await makeUser(db), elsewhere.owner];
    for (const actor of others) {
      if (!actor) throw new Error('nobody');
      const theirs = grading(actor);
      await expect(theirs.claim()).rejects.toMatchObject(notFound);
      await expect(theirs.get(id)).rejects.toMatchObject(notFound);
      await expect(theirs.finish(id, best)).rejects.toMatchObject(notFound);
      for (const [op, input] of [
        [listWorkQueue, { course: slug, state: 'waiting', page: 1 }],
        [releaseWork, { course: slug, lesson: 'essay' }],
        [putBackWork, { course: slug, submission: id }],
      ] as const)
        await expect(perform(op as typeof listWorkQueue, input, { db, actor })).rejects.toMatchObject(
          notFound,
        );
    }
    // Nor does a grader of another course reach it by the address of their own.
    await expect(elsewhere.grading(elsewhere.owner).get(id)).rejects.toMatchObject(notFound);
    expect(await elsewhere.grading(elsewhere.owner).claim(id)).toEqual({ submission: null });
  });
});

describe('work that is graded', () => {
  test('has its grade by the rubric, with its history, and its learner reads why', async () => {
    const { grade, grader, writer } = await handedIn([]);
    await grade({ claim: 1, evidence: 1 }, ' See paragraph 1. ');
    expect(await writer.grade()).toMatchObject({
      itemId: 'essay',
      raw: 750_000,
      final: 750_000,
      override: null,
      attemptId: null,
      releasedAt: expect.any(Date),
      rule: { of: 'work', counts: 'best', attempt: 1, attempts: 1 },
    });
    expect(await writer.history()).toMatchObject([{ action: 'marked', actorId: grader.userId }]);
    expect((await writer.get()).result).toMatchObject({
      percent: 75,
      points: 3,
      of: 4,
      passed: null,
      late: null,
      scores: { claim: 1, evidence: 1 },
      comment: 'See paragraph 1.',
    });
    expect((await writer.lesson()).work?.versions).toMatchObject([
      { percent: 75, counts: true, waiting: null },
    ]);
  });

  test('is an item of the gradebook, and counts in the total of its learner', async () => {
    const { grade, writer, courseId, current } = await handedIn(['pass: 50', 'release: by-hand']);
    const { items } = await gradebookNow(db, courseId, await current());
    expect(items).toMatchObject([{ id: 'essay', kind: 'work', pass: 50, release: 'by-hand', gone: false }]);
    await grade({ claim: 1, evidence: 1 });
    const [total] = await db
      .select()
      .from(courseGrades)
      .where(eq(courseGrades.enrollmentId, writer.enrollmentId));
    expect(total).toMatchObject({ share: 750_000 });
  });

  test('has a level of every criterion, else it is said at that one', async () => {
    const { claim, finish, id, writer } = await handedIn([]);
    await claim();
    await expect(finish(id, { claim: 1 })).rejects.toMatchObject({
      fields: { 'level-evidence': expect.stringContaining('The evidence') },
    });
    await expect(finish(id, { claim: 8, evidence: 0 })).rejects.toMatchObject({
      fields: { 'level-claim': expect.any(String) },
    });
    expect(await writer.grade()).toBeNull();
  });

  test('and late has less, as the rules say, and says so', async () => {
    const { grade, writer } = await handedIn(['due: "2020-01-01 10:00"', 'late: { perDay: 10, floor: 60 }']);
    await grade(best);
    expect(await writer.grade()).toMatchObject({
      raw: 1_000_000,
      final: 600_000,
      rule: { late: { floor: 60 } },
    });
    expect((await writer.get()).result).toMatchObject({ percent: 60, points: 2.4, late: { points: 4 } });
  });

  test('shows nothing of it before it is released by hand, and is in the ledger only then', async () => {
    const { grade, writer, slug, grader } = await handedIn(['release: by-hand', 'pass: 50']);
    await grade(best, 'CANARY_COMMENT');
    expect(await writer.grade()).toMatchObject({ final: 1_000_000, releasedAt: null });
    const shown = JSON.stringify([await writer.lesson(), await writer.get()]);
    expect(shown).not.toMatch(/CANARY_COMMENT|"percent":100|1000000/);
    expect(await writer.get()).toMatchObject({ held: true, result: null });
    expect(await writer.ledger()).toEqual([]);
    const release = () => perform(releaseWork, { course: slug, lesson: 'essay' }, { db, actor: grader });
    expect([await release(), await release()]).toEqual([{ released: 1 }, { released: 0 }]);
    expect(await writer.grade()).toMatchObject({ releasedAt: expect.any(Date) });
    expect((await writer.get()).result).toMatchObject({ comment: 'CANARY_COMMENT', passed: true });
    expect(await writer.ledger()).toEqual([{ block: 'work', correct: true }]);
    expect(await writer.done()).toMatchObject({ complete: true });
    expect(await writer.history()).toMatchObject([{ action: 'marked' }, { action: 'released' }]);
  });

  test('and not passed is not done; handed in anew the best counts, and it is as late as the first was', async () => {
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
    const due = ago(1).toISOString().slice(0, 16).replace('T', ' ');
    const { grade, writer } = await handedIn([
      'pass: 60',
      'revisions: 1',
      `due: "${due}"`,
      'late: { perDay: 90 }',
    ]);
    await writer.change({ handedInAt: ago(2) });
    await grade({ claim: 1, evidence: 0 });
    expect(await writer.ledger()).toEqual([{ block: 'work', correct: false }]);
    expect(await writer.done()).toBeNull();
    await writer.submit('Four better words now.', 2);
    await grade(best);
    expect(await writer.grade()).toMatchObject({ final: 1_000_000, rule: { attempt: 2, attempts: 2 } });
    expect(await writer.done()).toMatchObject({ complete: true });
    expect((await writer.lesson()).work).toMatchObject({ refusal: 'no-revisions-left', writing: null });
  });
});

test('of anonymous work no name is anywhere until it is graded', async () => {
  const { claim, get, finish, id, slug, grader, writer } = await handedIn(['anonymous: true']);
  await db.update(users).set({ name: 'CANARY_NAME' }).where(eq(users.id, writer.actor.userId));
  const queue = (state: 'waiting' | 'claimed' | 'graded') =>
    perform(listWorkQueue, { course: slug, state, page: 1 }, { db, actor: grader });
  const told = [await queue('waiting'), await get(id)];
  await claim();
  told.push(await queue('claimed'), await get(id));
  const secrets = ['CANARY_NAME', writer.actor.userId, writer.actor.email, writer.enrollmentId];
  for (const secret of secrets) expect(JSON.stringify(told)).not.toContain(secret);
  await finish(id, best);
  expect(await get(id)).toMatchObject({ learner: 'CANARY_NAME' });
  expect((await queue('graded')).rows).toMatchObject([{ learner: 'CANARY_NAME', mine: true }]);
});

test('the queue says what waits, what is held, and what is overdue', async () => {
  const { claim, ids, slug, grader } = await handedIn(['release: by-hand'], 3);
  await claim();
  await db
    .update(submissions)
    .set({ backAt: sql`now() - interval '3 hours'` })
    .where(eq(submissions.id, ids[2] ?? ''));
  const queue = await perform(
    listWorkQueue,
    { course: slug, state: 'waiting', page: 1 },
    { db, actor: grader },
  );
  expect(queue).toMatchObject({ counts: { waiting: 2, claimed: 1, graded: 0 }, overdue: 1, asks: true });
  expect(queue.rows.map((row) => row.id)).toEqual([ids[2], ids[1]]);
  expect(queue.rows[0]?.promise).toEqual({ overdue: true, words: 'Overdue: promised 3 hours ago' });
});
