import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import type { Actor } from '@/rules/access';
import { NotFound, perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { makeQuiz } from '@/test/quizzes';
import { listAccommodations } from './list-accommodations';
import { removeAccommodationOf } from './remove-accommodation-of';
import { setAccommodationOf } from './set-accommodation-of';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const usual = { lesson: '', timePercent: '100', extraAttempts: '0', extraDays: '0', reason: 'A note.' };

async function quizWith(...rules: string[]) {
  const quiz = await makeQuiz(db, rules, ['single']);
  const taker = await quiz.taker();
  const at = { course: quiz.slug, enrollment: taker.enrollmentId };
  return {
    quiz,
    taker,
    at,
    agree: (given: Partial<typeof usual>, actor: Actor = quiz.owner) =>
      perform(setAccommodationOf, { ...at, ...usual, ...given }, { db, actor }),
    takeBack: (lesson = '', actor: Actor = quiz.owner) =>
      perform(removeAccommodationOf, { ...at, lesson }, { db, actor }),
    listed: (actor: Actor = quiz.owner) => perform(listAccommodations, at, { db, actor }),
    minutesOfAttempt: async () => {
      const [attempt] = await taker.rows();
      return ((attempt?.dueAt?.getTime() ?? 0) - (attempt?.startedAt.getTime() ?? 0)) / 60_000;
    },
  };
}

describe('what is agreed with a learner', () => {
  test('is listed with who agreed on it, and replaced for the same quiz', async () => {
    const { agree, listed, quiz } = await quizWith('minutes: 10');
    expect(await listed()).toEqual({ quizzes: [{ id: 'exam', title: 'The exam' }], given: [] });
    await agree({ timePercent: '150' });
    await agree({ timePercent: '200', reason: 'More of it.' });
    await agree({ lesson: 'exam', extraAttempts: '2' });
    expect((await listed()).given).toMatchObject([
      { lessonId: '', title: null, timePercent: 200, reason: 'More of it.', by: quiz.owner.name },
      { lessonId: 'exam', title: 'The exam', timePercent: 100, extraAttempts: 2 },
    ]);
  });

  test('holds at once for an attempt under way, and taken back the usual rules hold again', async () => {
    const { agree, takeBack, taker, minutesOfAttempt } = await quizWith('minutes: 10');
    await taker.start();
    await agree({ timePercent: '150' });
    expect(await minutesOfAttempt()).toBeCloseTo(15, 2);
    expect((await taker.get()).dueAt).toEqual((await taker.rows())[0]?.dueAt?.toISOString());
    await takeBack();
    expect(await minutesOfAttempt()).toBeCloseTo(10, 2);
    await expect(takeBack()).rejects.toThrow(NotFound);
  });

  test('does nothing to an attempt that was handed in', async () => {
    const { agree, taker } = await quizWith('minutes: 10');
    await taker.take({});
    const before = await taker.rows();
    await agree({ timePercent: '400' });
    expect(await taker.rows()).toEqual(before);
  });

  test.each([
    ['nothing more than usual', {}, 'timePercent'],
    ['less time', { timePercent: '50' }, 'timePercent'],
    ['half a percent', { timePercent: '150.5' }, 'timePercent'],
    ['too many attempts', { extraAttempts: '21' }, 'extraAttempts'],
    ['days in words', { extraDays: 'two' }, 'extraDays'],
    ['no reason', { timePercent: '150', reason: ' ' }, 'reason'],
    ['a lesson that is no quiz', { lesson: 'before', timePercent: '150' }, 'lesson'],
  ])('with %s is refused at its field', async (_title, given, field) => {
    const { agree, listed } = await quizWith('minutes: 10');
    await expect(agree(given)).rejects.toMatchObject({ fields: { [field]: expect.any(String) } });
    expect((await listed()).given).toEqual([]);
  });

  test('is for owners: graders, editors, learners and others find nothing', async () => {
    const { agree, takeBack, listed, quiz, taker } = await quizWith('minutes: 10');
    await agree({ extraDays: '3' });
    const others = [await quiz.staff('grader'), await quiz.staff('editor'), taker.actor, await makeUser(db)];
    for (const actor of others)
      for (const tried of [
        () => agree({ extraDays: '1' }, actor),
        () => takeBack('', actor),
        () => listed(actor),
      ])
        await expect(tried()).rejects.toThrow(NotFound);
    expect((await listed()).given).toMatchObject([{ extraDays: 3 }]);
  });
});
