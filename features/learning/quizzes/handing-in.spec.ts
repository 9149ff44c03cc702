import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { platform } from '@/features/authoring/import-course';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { waiting } from '@/test/locks';
import { makeQuiz, quizFile } from '@/test/quizzes';
import { closeDueAttempt } from './close-due-attempt';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const started = async (rules = ['minutes: 10'], kinds?: Parameters<typeof makeQuiz>[2]) => {
  const quiz = await makeQuiz(db, rules, kinds);
  const taker = await quiz.taker();
  await taker.start();
  return { ...quiz, ...taker, id: (await taker.rows())[0]?.id ?? '' };
};
const byClock = (attempt: string, handle = db) =>
  perform(closeDueAttempt, { attempt }, { db: handle, actor: platform });
const passed = { block: 'quiz', kind: 'answered', correct: true };
const failed = { ...passed, correct: false };

describe('an attempt that is handed in', () => {
  test('is marked with what is kept: what was left out, or is no answer, earns nothing', async () => {
    const { save, submit, rows, kept, right, get } = await started();
    const answers = await right();
    await save('q-single', answers['q-single'] ?? []);
    await save('q-multiple', ['b']);
    await save('q-hotspot', ['zz']);
    await save('q-ordering', []);
    await submit();
    expect(await kept()).toMatchObject([
      { block: 'q-hotspot', earned: 0 },
      { block: 'q-multiple', earned: 500_000 },
      { block: 'q-ordering', earned: 0 },
      { block: 'q-single', earned: 1_000_000 },
    ]);
    expect(await rows()).toMatchObject([{ submittedBy: 'learner', earned: 1_500_000, possible: 5_000_000 }]);
    expect((await get()).result).toMatchObject({ percent: 30, points: 1.5, of: 5, passed: false });
  });

  test('with a right answer to every kind of question has everything', async () => {
    const quiz = await makeQuiz(db, ['pass: 100']);
    const { take, get, done } = await quiz.taker();
    await take(await quiz.right());
    expect((await get()).result).toMatchObject({ percent: 100, passed: true });
    expect(await done()).toEqual({ done: ['quiz'], percent: 100, complete: true });
  });

  test('twice, or many times at once, is handed in once', async () => {
    const { save, submit, rows, ledger } = await started();
    await save('q-single', ['b']);
    await Promise.all(Array.from({ length: 10 }, () => submit()));
    const once = await rows();
    await submit();
    expect(await rows()).toEqual(once);
    expect(await ledger()).toEqual([failed]);
  });

  test('to pass, completes a graded quiz; not passed, it leaves it open, and an attempt later completes it', async () => {
    const quiz = await makeQuiz(db, ['pass: 60']);
    const { take, done, ledger } = await quiz.taker();
    await take({ 'q-single': ['b'] });
    expect(await done()).toBeNull();
    await take(await quiz.right());
    expect(await done()).toEqual({ done: ['quiz'], percent: 100, complete: true });
    await take({});
    expect(await done()).toMatchObject({ complete: true });
    expect(await ledger()).toEqual([failed, passed, failed]);
  });

  test('for practice completes it, however it went', async () => {
    const { take, done } = await (await makeQuiz(db, ['mode: practice'])).taker();
    await take({});
    expect(await done()).toEqual({ done: ['quiz'], percent: 100, complete: true });
  });

  test('exactly at the pass mark is passed, and just below it is not', async () => {
    const kinds = ['single', 'hotspot', 'ordering'] as const;
    for (const [pass, is] of [
      [66, true],
      [67, false],
    ] as const) {
      const taker = await (await makeQuiz(db, [`pass: ${pass}`], kinds)).taker();
      await taker.take({ 'q-single': ['b'], 'q-hotspot': ['c'] });
      expect((await taker.get()).result).toMatchObject({ percent: 66.66, passed: is });
    }
  });

  test.each([
    ['best', 2],
    ['latest', 3],
    ['first', 1],
  ])('is the one that counts by the rule: %s', async (rule, number) => {
    const taker = await (await makeQuiz(db, [`counts: ${rule}`], ['single', 'multiple'])).taker();
    await taker.take({ 'q-single': ['b'] });
    await taker.take({ 'q-single': ['b'], 'q-multiple': ['b'] });
    await taker.take({});
    await taker.start();
    const { standing } = await taker.get(4);
    expect(standing.attempts.filter(({ counts }) => counts)).toMatchObject([{ number }]);
    expect(standing.attempts.map(({ percent }) => percent)).toEqual([50, 75, 0, null]);
  });
});

describe('the clock', () => {
  test('hands in what was saved of an attempt whose time is over, once', async () => {
    const { save, runOut, rows, ledger, id, get } = await started();
    await save('q-single', ['b']);
    await runOut();
    expect(await byClock(id)).toEqual({ closed: true });
    const once = await rows();
    expect(once).toMatchObject([{ submittedBy: 'clock', earned: 1_000_000 }]);
    expect(once[0]?.submittedAt).toEqual(once[0]?.dueAt);
    expect(await byClock(id)).toEqual({ closed: false });
    expect(await rows()).toEqual(once);
    expect(await ledger()).toEqual([failed]);
    expect((await get()).result).toMatchObject({ byClock: true, percent: 20 });
  });

  test('leaves alone what still has time, or has no end', async () => {
    for (const rules of [['minutes: 10'], ['mode: practice']]) {
      const { id, rows } = await started(rules);
      await expect(byClock(id)).rejects.toMatchObject({ name: 'NotFound' });
      expect((await rows())[0]?.submittedAt).toBeNull();
    }
  });

  test('and the learner in the same moment hand it in once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { save, submit, runOut, rows, ledger, id } = await started();
      await save('q-single', ['b']);
      await runOut();
      const clocks = [0, 1, 2].map(() => byClock(id));
      await Promise.all([submit(), ...clocks, submit()]);
      // Whoever came first is who handed it in, and nobody else believes to have done so.
      const closed = (await Promise.all(clocks)).filter((one) => one.closed).length;
      const [row, ...more] = await rows();
      expect(more).toEqual([]);
      expect(row).toMatchObject({ earned: 1_000_000, possible: 5_000_000 });
      expect(closed).toBe(row?.submittedBy === 'clock' ? 1 : 0);
      expect(await ledger()).toEqual([failed]);
    }
  });

  test.each(['student', 'instructor', 'staff', 'admin'] as const)('is not for people: %s', async (role) => {
    const { id, runOut } = await started();
    await runOut();
    const actor = await makeUser(db, { role });
    const tried = perform(closeDueAttempt, { attempt: id }, { db, actor });
    await expect(tried).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('a learner whose enrollment ended meanwhile', () => {
  test('is marked by the clock, and the ledger stays as it is', async () => {
    const { save, runOut, rows, ledger, done, right, id, enrollmentId } = await started();
    for (const [block, answer] of Object.entries(await right())) await save(block, answer);
    await db.execute(sql`update enrollments set state = 'removed' where id = ${enrollmentId}`);
    await runOut();
    expect(await byClock(id)).toEqual({ closed: true });
    expect(await rows()).toMatchObject([{ submittedBy: 'clock', earned: 5_000_000 }]);
    expect([await ledger(), await done()]).toEqual([[], null]);
  });

  test('in the very moment of handing in is told that there is nothing here any more', async () => {
    const { submit, rows, enrollmentId } = await started();
    let submitting: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      await tx.execute(sql`update enrollments set state = 'removed' where id = ${enrollmentId}`);
      submitting = submit().catch((error: unknown) => error);
      await waiting(db);
    });
    expect(await submitting).toMatchObject({ name: 'NotFound' });
    expect((await rows())[0]?.submittedAt).toBeNull();
  });
});

describe('a newer edition', () => {
  const newer = quizFile(['pass: 100', 'draw: 1', 'attempts: 1'], ['single', 'annotation']);

  test('changes neither the questions nor the rules of an attempt under way', async () => {
    const { rewrite, get, save, submit, right, rows } = await started(['pass: 50']);
    const before = await get();
    const answers = await right();
    await rewrite(newer, 'everyone');
    const after = await get();
    expect([after.running, after.rules]).toEqual([before.running, before.rules]);
    for (const block of ['q-single', 'q-ordering', 'q-hotspot']) await save(block, answers[block] ?? []);
    await submit();
    expect(await rows()).toMatchObject([{ earned: 3_000_000, possible: 5_000_000 }]);
    expect((await get()).result).toMatchObject({ percent: 60, passed: true });
  });

  test('to which a learner is moved in the middle takes what they hand in', async () => {
    const { rewrite, submit, save, right, done, ledger } = await started(['pass: 20']);
    await save('q-single', (await right())['q-single'] ?? []);
    await rewrite(newer, 'everyone');
    await submit();
    expect(await ledger()).toEqual([passed]);
    expect(await done()).toMatchObject({ done: ['quiz'], complete: true });
  });

  test('to which a learner is moved while the request is on its way takes what they hand in', async () => {
    const { rewrite, current, enrollmentId, submit, save, done } = await started(['pass: 20']);
    await save('q-single', ['b']);
    await rewrite(newer);
    const moved = await current();
    let submitting: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      await tx.execute(sql`update enrollments set edition_id = ${moved} where id = ${enrollmentId}`);
      submitting = submit().catch((error: unknown) => error);
      await waiting(db);
    });
    expect(await submitting).toEqual({ attempt: 1 });
    expect(await done()).toMatchObject({ complete: true });
  });

  test('that holds the lesson back lets an attempt under way end', async () => {
    const { rewrite, submit, save, done, start } = await started(['pass: 20']);
    await rewrite(quizFile(['pass: 20'], ['single'], 'prerequisites: [before]\n'), 'everyone');
    await save('q-single', ['b']);
    await submit();
    expect(await done()).toMatchObject({ complete: true });
    expect(await start()).toEqual({ attempt: 2 });
  });

  test('without the quiz lets an attempt under way end, and nothing is written to the ledger', async () => {
    const { rewrite, submit, save, get, rows, ledger, start } = await started(['pass: 20']);
    await rewrite(null, 'everyone');
    await save('q-single', ['b']);
    await submit();
    expect(await rows()).toMatchObject([{ earned: 1_000_000 }]);
    expect(await get()).toMatchObject({ result: { percent: 20 }, standing: { refusal: 'quiz-closed' } });
    expect(await ledger()).toEqual([]);
    await expect(start()).rejects.toMatchObject({ name: 'NotFound' });
  });
});
