import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { drawn } from '@/rules/assessment/draw';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeEnrollment, makeStaff, makeUser } from '@/test/factories';
import { hold, waiting } from '@/test/locks';
import { kindsAsked, makeQuiz, quizFile } from '@/test/quizzes';
import { getAttempt } from './get-attempt';
import { saveAnswer } from './save-answer';
import { startAttempt } from './start-attempt';
import { submitAttempt } from './submit-attempt';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const notFound = { name: 'NotFound' };
const allIds = kindsAsked.map((kind) => `q-${kind}`);

describe('an attempt that starts', () => {
  test('draws as many questions as the quiz says, and fixes them, its rules, its edition and its end', async () => {
    const quiz = await makeQuiz(db, ['draw: 3', 'minutes: 20', 'attempts: 2']);
    const taker = await quiz.taker();
    expect(await taker.start()).toEqual({ attempt: 1 });
    const [row] = await taker.rows();
    expect(row).toMatchObject({
      number: 1,
      editionId: await quiz.current(),
      rules: { mode: 'graded', draw: 3, minutes: 20, attempts: 2, counts: 'best', pass: 70 },
      submittedAt: null,
      earned: null,
    });
    expect(row?.questions).toEqual(drawn(allIds, 3, row?.seed ?? ''));
    expect(row?.dueAt?.getTime()).toBe((row?.startedAt.getTime() ?? 0) + 20 * 60_000);
  });

  test('asks all the questions where nothing is said of it, and has no end', async () => {
    const taker = await (await makeQuiz(db, ['mode: practice'])).taker();
    await taker.start();
    const [row] = await taker.rows();
    expect([...(row?.questions ?? [])].sort()).toEqual([...allIds].sort());
    expect(row?.dueAt).toBeNull();
    const { running } = await taker.get();
    expect(running?.questions.map(({ block }) => block.id)).toEqual(row?.questions);
  });

  test('ends when the quiz closes, if that is sooner', async () => {
    const taker = await (await makeQuiz(db, ['minutes: 600', 'closes: "2999-01-01 09:00"'])).taker();
    await taker.start();
    expect((await taker.get()).standing.closes).toContain('2999');
    const other = await (await makeQuiz(db, ['closes: "2999-01-01 09:00"'])).taker();
    await other.start();
    expect((await other.rows())[0]?.dueAt).toEqual(new Date('2999-01-01T09:00:00Z'));
  });

  test('twenty times at once is one attempt', async () => {
    const taker = await (await makeQuiz(db, ['draw: 2'])).taker();
    const told = await Promise.all(Array.from({ length: 20 }, () => taker.start()));
    expect(new Set(told.map(({ attempt }) => attempt))).toEqual(new Set([1]));
    expect(await taker.rows()).toHaveLength(1);
  });

  test('is one of as many as are allowed, also when twenty are asked for at once after each was handed in', async () => {
    const taker = await (await makeQuiz(db, ['attempts: 2'])).taker();
    for (const number of [1, 2]) {
      const told = await Promise.all(Array.from({ length: 20 }, () => taker.start()));
      expect(told.every(({ attempt }) => attempt === number)).toBe(true);
      await taker.submit(number);
    }
    const refused = await Promise.allSettled(Array.from({ length: 20 }, () => taker.start()));
    for (const one of refused) expect(one).toMatchObject({ reason: { code: 'no-attempts-left' } });
    expect(await taker.rows()).toHaveLength(2);
    expect((await taker.get(2)).standing).toMatchObject({ left: 0, refusal: 'no-attempts-left' });
  });

  test('is one of as many as are allowed, with starts and handing in mixed in the same moment', async () => {
    const taker = await (await makeQuiz(db, ['attempts: 3'])).taker();
    await taker.start();
    await Promise.allSettled(
      Array.from({ length: 24 }, (_, index) => (index % 2 ? taker.start() : taker.submit((index % 3) + 1))),
    );
    const rows = await taker.rows();
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.length).toBeLessThanOrEqual(3);
    expect(rows.filter(({ submittedAt }) => submittedAt === null).length).toBeLessThanOrEqual(1);
  });

  test('after the quiz has closed is refused', async () => {
    const taker = await (await makeQuiz(db, ['closes: "2020-01-01 09:00"'])).taker();
    await expect(taker.start()).rejects.toMatchObject({ code: 'quiz-closed' });
    expect(await taker.rows()).toEqual([]);
  });

  test('while somebody is taken out of the course in the same moment is refused', async () => {
    const taker = await (await makeQuiz(db, ['draw: 1'])).taker();
    let starting: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      await tx.execute(sql`update enrollments set state = 'removed' where id = ${taker.enrollmentId}`);
      starting = taker.start().catch((error: unknown) => error);
      await waiting(db);
    });
    expect(await starting).toMatchObject(notFound);
    expect(await taker.rows()).toEqual([]);
  });
});

test('the attempts of one learner do not wait for those of another', async () => {
  const quiz = await makeQuiz(db, ['draw: 1']);
  const [one, two] = [await quiz.taker(), await quiz.taker()];
  const held = await hold(db, sql`select 1 from enrollments where id = ${one.enrollmentId} for update`);
  expect(await two.start()).toEqual({ attempt: 1 });
  await held.release();
});

describe('a quiz and its attempts are missing, whatever door is tried,', () => {
  const doors = (at: { course: string; lesson: string }, actor: Awaited<ReturnType<typeof makeUser>>) => [
    perform(startAttempt, at, { db, actor }),
    perform(getAttempt, { ...at, attempt: 1 }, { db, actor }),
    perform(saveAnswer, { ...at, attempt: 1, block: 'q-single', answer: ['b'], revision: 1 }, { db, actor }),
    perform(submitAttempt, { ...at, attempt: 1 }, { db, actor }),
  ];
  const allMissing = async (tried: Promise<unknown>[]) => {
    for (const one of await Promise.allSettled(tried)) expect(one).toMatchObject({ reason: notFound });
  };

  test('for whoever is not enrolled, or not any more, or teaches, or administers', async () => {
    const quiz = await makeQuiz(db, ['draw: 2']);
    await (await quiz.taker()).start();
    const stranger = await makeUser(db);
    const gone = await makeUser(db);
    const place = { courseId: quiz.courseId, editionId: await quiz.current() };
    await makeEnrollment(db, gone, place, { state: 'withdrawn' });
    const teacher = await makeUser(db, { role: 'instructor' });
    await makeStaff(db, teacher, quiz.courseId);
    const admin = await makeUser(db, { role: 'admin' });
    for (const actor of [stranger, gone, teacher, admin]) await allMissing(doors(quiz.at, actor));
  });

  test('for a learner who asks for what another began', async () => {
    const quiz = await makeQuiz(db, ['draw: 2']);
    const [mine, other] = [await quiz.taker(), await quiz.taker()];
    await mine.start();
    await allMissing([other.get(), other.save('q-single', ['b']), other.submit()]);
    expect((await mine.rows())[0]?.submittedAt).toBeNull();
  });

  test('where the lesson is no quiz, or is not there', async () => {
    const quiz = await makeQuiz(db, ['draw: 2']);
    const { actor } = await quiz.taker();
    for (const lesson of ['before', 'gone']) await allMissing(doors({ ...quiz.at, lesson }, actor));
    await allMissing(doors({ course: 'gone', lesson: 'exam' }, actor));
  });

  test('while the lesson may not be begun yet', async () => {
    const quiz = await makeQuiz(db, ['draw: 2']);
    await quiz.rewrite(quizFile(['draw: 2'], kindsAsked, 'prerequisites: [before]\n'));
    const { actor, view, start } = await quiz.taker();
    await allMissing(doors(quiz.at, actor));
    await view('before', ['a']);
    expect(await start()).toEqual({ attempt: 1 });
  });
});
