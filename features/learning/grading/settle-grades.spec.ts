import { and, asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { accommodations, attempts, corrections, gradeEvents, grades } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { recordReleasedAttempt } from '@/features/learning/quizzes/record-released-attempt';
import type { Correction } from '@/rules/assessment/corrections';
import { NotFound, perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeQuiz } from '@/test/quizzes';
import { settleGrades } from './settle-grades';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const gradeIn = async (enrollmentId: string) =>
  (
    await db
      .select()
      .from(grades)
      .where(and(eq(grades.enrollmentId, enrollmentId), eq(grades.itemId, 'exam')))
  )[0] ?? null;
const historyOf = (enrollmentId: string) =>
  db
    .select({ action: gradeEvents.action, before: gradeEvents.before, after: gradeEvents.after })
    .from(gradeEvents)
    .where(eq(gradeEvents.enrollmentId, enrollmentId))
    .orderBy(asc(gradeEvents.id));

const quizOf = async (...rules: string[]) => {
  const quiz = await makeQuiz(db, ['mode: graded', ...rules], ['single', 'multiple']);
  const taker = await quiz.taker();
  return { ...quiz, ...taker };
};
const right = { 'q-single': ['b'], 'q-multiple': ['b', 'd'] };
const half = { 'q-single': ['b'], 'q-multiple': [] };
const correct = async (courseId: string, correction: Correction, throughEdition = 1) =>
  db
    .insert(corrections)
    .values({ courseId, lessonId: 'exam', blockId: 'q-multiple', throughEdition, correction, reason: 'x' });

describe('the grade of a quiz', () => {
  test('comes with the first attempt, follows the one that counts, and keeps its history', async () => {
    const { take, enrollmentId } = await quizOf();
    await take(half);
    expect(await gradeIn(enrollmentId)).toMatchObject({
      raw: 500_000,
      final: 500_000,
      override: null,
      releasedAt: expect.any(Date),
      rule: { counts: 'best', attempt: 1, attempts: 1 },
    });
    await take(right);
    await take({});
    expect(await gradeIn(enrollmentId)).toMatchObject({
      final: 1_000_000,
      rule: { attempt: 2, attempts: 3 },
      version: 3,
    });
    expect(await historyOf(enrollmentId)).toEqual([
      {
        action: 'marked',
        before: null,
        after: { raw: 500_000, final: 500_000, override: null, released: true },
      },
      expect.objectContaining({ before: { raw: 500_000, final: 500_000, override: null, released: true } }),
      // The third attempt changes no number, but how many there were.
      expect.objectContaining({ before: expect.objectContaining({ final: 1_000_000 }) }),
    ]);
  });

  test('is none for practice', async () => {
    const quiz = await makeQuiz(db, ['mode: practice'], ['single']);
    const { take, enrollmentId } = await quiz.taker();
    await take({ 'q-single': ['b'] });
    expect(await gradeIn(enrollmentId)).toBeNull();
  });

  test('keeps what a person set, whatever the attempts come to', async () => {
    const { take, enrollmentId } = await quizOf();
    await take({});
    await db.update(grades).set({ override: 800_000 }).where(eq(grades.enrollmentId, enrollmentId));
    await take(right);
    expect(await gradeIn(enrollmentId)).toMatchObject({ final: 1_000_000, override: 800_000 });
  });

  test('is written once by many who settle it at once', async () => {
    const { take, enrollmentId, courseId } = await quizOf();
    await take(half);
    await correct(courseId, { do: 'full-marks' });
    await db
      .update(attempts)
      .set({ correctedEarned: 2_000_000, correctedPossible: 2_000_000 })
      .where(eq(attempts.enrollmentId, enrollmentId));
    const settle = () =>
      db.transaction((tx) =>
        settleGrades(
          tx,
          { enrollmentIds: [enrollmentId], lessonId: 'exam' },
          { action: 'corrected', actorId: null },
        ),
      );
    const changed = await Promise.all([settle(), settle(), settle(), settle()]);
    expect(changed.flat()).toHaveLength(1);
    expect(await historyOf(enrollmentId)).toHaveLength(2);
    expect(await gradeIn(enrollmentId)).toMatchObject({ raw: 500_000, final: 1_000_000 });
  });
});

describe('a quiz whose results are released by hand', () => {
  test('shows nothing of them before, to its learner or in the ledger', async () => {
    const { take, enrollmentId, get, ledger, done, start } = await quizOf('release: by-hand');
    await take(right);
    expect(await gradeIn(enrollmentId)).toMatchObject({ final: 1_000_000, releasedAt: null });
    const screen = await get();
    expect(screen).toMatchObject({ result: null, running: null, waiting: { byClock: false } });
    expect(screen.standing.attempts).toMatchObject([
      { waiting: 'release', percent: null, passed: false, counts: false },
    ]);
    expect(JSON.stringify(screen)).not.toMatch(/CANARY_SAID|1000000/);
    expect(await ledger()).toEqual([]);
    expect(await done()).toBeNull();
    await start();
  });

  test('comes into the ledger once it is released, and only then', async () => {
    const { take, enrollmentId, rows, ledger, done, get } = await quizOf('release: by-hand');
    await take(right);
    const id = (await rows())[0]?.id ?? '';
    const record = () => perform(recordReleasedAttempt, { attempt: id }, { db, actor: platform });
    await expect(record()).rejects.toThrow(NotFound);
    await db.update(attempts).set({ releasedAt: sql`now()` }).where(eq(attempts.id, id));
    await record();
    await expect(record()).rejects.toThrow(NotFound);
    expect(await ledger()).toEqual([{ block: 'quiz', kind: 'answered', correct: true }]);
    expect(await done()).toMatchObject({ complete: true });
    expect((await get()).result).toMatchObject({ percent: 100, passed: true });
    expect(await gradeIn(enrollmentId)).toMatchObject({ final: 1_000_000 });
  });
});

describe('a quiz that is due', () => {
  test('takes from what is handed in late, and says how it came about', async () => {
    const late = ['due: "2020-01-01 12:00"', 'late: { perDay: 10, floor: 60 }'];
    const { take, enrollmentId, get, ledger } = await quizOf(...late);
    await take(right);
    expect(await gradeIn(enrollmentId)).toMatchObject({ raw: 1_000_000, final: 600_000 });
    expect((await gradeIn(enrollmentId))?.rule?.late).toMatchObject({ perDay: 10, floor: 60 });
    const { result, standing } = await get();
    expect(result).toMatchObject({
      percent: 60,
      passed: false,
      points: 1.2,
      of: 2,
      late: { perDay: 10, floor: 60, points: 2 },
    });
    expect(standing.due).toContain('1 Jan 2020, 12:00');
    expect(await ledger()).toMatchObject([{ correct: false }]);
  });

  test('takes nothing from what is in time', async () => {
    const { take, enrollmentId } = await quizOf('due: "2999-01-01 12:00"', 'late: { perDay: 10 }');
    await take(right);
    expect(await gradeIn(enrollmentId)).toMatchObject({ raw: 1_000_000, final: 1_000_000 });
    expect((await gradeIn(enrollmentId))?.rule).not.toHaveProperty('late');
  });
});

describe('a question that was put right', () => {
  test('is marked so in attempts that are handed in afterwards, beside what the key said', async () => {
    const { courseId, take, rows, get, enrollmentId } = await quizOf();
    await correct(courseId, { do: 'also-right', answers: [['a']] });
    await take({ 'q-single': ['b'], 'q-multiple': ['a'] });
    expect(await rows()).toMatchObject([
      { earned: 1_000_000, possible: 2_000_000, correctedEarned: 2_000_000, correctedPossible: 2_000_000 },
    ]);
    expect((await get()).result).toMatchObject({
      percent: 100,
      passed: true,
      corrected: { of: 2, points: 1, same: false },
    });
    expect(await gradeIn(enrollmentId)).toMatchObject({ raw: 500_000, final: 1_000_000 });
  });

  test('and left out counts for nobody; taken back it touches nothing', async () => {
    const { courseId, take, get } = await quizOf('review: answers');
    await correct(courseId, { do: 'leave-out' });
    await take({ 'q-single': ['b'] });
    const { result } = await get();
    expect(result).toMatchObject({ percent: 100, of: 1 });
    expect(result?.questions.map(({ score }) => score).sort()).toEqual([1, null]);
    await db.update(corrections).set({ takenBackAt: sql`now()` }).where(eq(corrections.courseId, courseId));
    await take({ 'q-single': ['b'] });
    expect((await get(2)).result).toMatchObject({ percent: 50, corrected: null });
  });

  test('holds for the editions up to the one it names, and for no later one', async () => {
    const { courseId, take, get } = await quizOf();
    await correct(courseId, { do: 'full-marks' }, 0);
    await take({ 'q-single': ['b'] });
    expect((await get()).result).toMatchObject({ percent: 50, corrected: null });
  });
});

describe('what was agreed with somebody', () => {
  const agree = (enrollmentId: string, changes: Partial<typeof accommodations.$inferInsert>) =>
    db.insert(accommodations).values({ enrollmentId, reason: 'x', ...changes });

  test('holds for their attempts, is said before they start, and is of nobody else', async () => {
    const quiz = await makeQuiz(db, ['minutes: 10', 'attempts: 1'], ['single']);
    const [one, other] = [await quiz.taker(), await quiz.taker()];
    await agree(one.enrollmentId, { timePercent: 150, extraAttempts: 1 });
    for (const taker of [one, other]) await taker.take({});
    expect((await one.get()).standing).toMatchObject({
      agreed: '15 minutes instead of 10, 2 attempts instead of 1',
      left: 1,
      refusal: null,
    });
    expect((await other.get()).standing).toMatchObject({ agreed: '', left: 0, refusal: 'no-attempts-left' });
    const [attempt] = await one.rows();
    expect(attempt?.rules.minutes).toBe(15);
    expect((attempt?.dueAt?.getTime() ?? 0) - (attempt?.startedAt.getTime() ?? 0)).toBeGreaterThan(
      14 * 60_000,
    );
  });

  test('for one quiz holds there in place of what holds for all', async () => {
    const quiz = await makeQuiz(db, ['attempts: 1'], ['single']);
    const taker = await quiz.taker();
    await agree(taker.enrollmentId, { extraAttempts: 5 });
    await agree(taker.enrollmentId, { lessonId: 'exam', extraAttempts: 1 });
    await taker.take({});
    expect((await taker.get()).standing).toMatchObject({ left: 1 });
  });

  test('lets them begin after it has closed for others', async () => {
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 16).replace('T', ' ');
    const quiz = await makeQuiz(db, [`closes: "${yesterday}"`], ['single']);
    const taker = await quiz.taker();
    await expect(taker.start()).rejects.toThrow(/closed/i);
    await agree(taker.enrollmentId, { extraDays: 2 });
    await expect(taker.start()).resolves.toEqual({ attempt: 1 });
  });
});
