import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import type { QuizRules } from '@/rules/assessment/quiz';
import { correcting } from '@/test/corrections';
import { testDatabase } from '@/test/database';
import { hold, waiting } from '@/test/locks';
import { counted, handInMany } from '@/test/many-attempts';
import { makeQuiz } from '@/test/quizzes';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const made = async () => {
  const quiz = await makeQuiz(db, ['mode: graded'], ['single', 'multiple']);
  const first = await quiz.taker();
  await first.take({ 'q-single': ['c'] });
  return { ...quiz, first, ...correcting(db, quiz.at, quiz.owner) };
};
const also = { do: 'also-right' as const, answers: [['c']] };
const settled = <Value>(promise: Promise<Value>) =>
  promise.then(
    () => 'done',
    (error: { code?: string; name: string }) => error.code ?? error.name,
  );

test('an attempt that is handed in while a question is put right is not marked without it', async () => {
  const { taker, preview, apply } = await made();
  const late = await taker();
  await late.start();
  await late.save('q-single', ['c']);
  const fingerprint = (await preview(also)).preview?.fingerprint ?? '';
  const [row] = await late.rows();
  // It has read the corrections that hold, and stops where it writes what the answers earned.
  const answer = await hold(db, sql`select 1 from attempt_answers where attempt_id = ${row?.id} for update`);
  const handing = late.submit();
  await waiting(db, 1);
  const applying = settled(apply(also, { fingerprint }));
  await waiting(db, 2);
  await answer.release();
  await handing;
  // What was previewed did not have this attempt in it.
  expect(await applying).toBe('regrade-changed');
  await apply(also);
  expect(await late.rows()).toMatchObject([{ correctedEarned: 1_000_000 }]);
});

test('an attempt that is handed in after a correction was begun waits for it, and is marked with it', async () => {
  const { taker, apply, first, preview } = await made();
  const late = await taker();
  await late.start();
  await late.save('q-single', ['c']);
  const fingerprint = (await preview(also)).preview?.fingerprint ?? '';
  const grade = await hold(
    db,
    sql`select 1 from grades where enrollment_id = ${first.enrollmentId} for update`,
  );
  const applying = apply(also, { fingerprint });
  await waiting(db, 1);
  const handing = late.submit();
  await waiting(db, 2);
  await grade.release();
  await Promise.all([applying, handing]);
  expect(await late.rows()).toMatchObject([{ earned: 0, correctedEarned: 1_000_000 }]);
});

test('of two who put right what they both previewed, one does, and the other is shown what there is', async () => {
  const { preview, apply, first } = await made();
  const full = { do: 'full-marks' as const, block: 'q-multiple' };
  const [one, other] = [
    (await preview(also)).preview?.fingerprint ?? '',
    (await preview(full)).preview?.fingerprint ?? '',
  ];
  const outcomes = await Promise.all([
    settled(apply(also, { fingerprint: one })),
    settled(apply(full, { fingerprint: other })),
  ]);
  expect(outcomes.sort()).toEqual(['done', 'regrade-changed']);
  // The same, pressed twice.
  const rest = (await first.rows())[0]?.correctedEarned;
  expect(rest).toBe(1_000_000);
});

test('many hand in while a question is put right again and again: in the end every attempt has it', async () => {
  const { taker, apply, takeBack } = await made();
  const learners = await Promise.all(Array.from({ length: 8 }, () => taker()));
  for (const learner of learners) {
    await learner.start();
    await learner.save('q-single', ['c']);
  }
  const keepAtIt = async () => {
    for (let tries = 0; tries < 6; tries += 1) {
      const made = await apply(also).catch(() => null);
      if (made && tries < 4) await takeBack(made.id).catch(() => null);
    }
  };
  await Promise.all([keepAtIt(), ...learners.map((learner) => learner.submit())]);
  await apply(also).catch(() => null);
  for (const learner of learners)
    expect(await learner.rows()).toMatchObject([{ earned: 0, correctedEarned: 1_000_000 }]);
});

test('two thousand attempts are put right in a few statements, and as many for a hundred', async () => {
  const { courseId, current, apply, preview, gradeOf, at, owner } = await made();
  const rules: QuizRules = { mode: 'graded', counts: 'best', pass: 70, review: 'marks' };
  const many = async (count: number) =>
    handInMany(db, {
      courseId,
      editionId: await current(),
      lessonId: 'exam',
      rules,
      learners: Array.from({ length: count }, (_, index) => ({
        'q-single': index % 2 === 0 ? { answer: ['c'], earned: 0 } : { answer: ['b'], earned: 1_000_000 },
        'q-multiple': { answer: ['b', 'd'], earned: 1_000_000 },
      })),
    });
  const asked = async (way: Parameters<typeof apply>[0]) => {
    const fingerprint = (await preview(way)).preview?.fingerprint ?? '';
    const watch = counted(db);
    await correcting(db, at, owner).apply(way, { fingerprint, handle: watch.db });
    return watch.queries();
  };
  await many(100);
  const few = await asked({ do: 'full-marks', block: 'q-multiple' });
  const rows = await many(2_000);
  const all = await asked(also);
  // Five chunks of learners instead of one, each read once and written in a few statements.
  expect(all).toBeLessThan(few + 4 * 15);
  const { counts, learners, pages } = (await preview({ do: 'leave-out' })).preview ?? {};
  expect([counts?.up, learners?.length, pages]).toEqual([0, 0, 1]);
  for (const index of [0, 1, 1_998])
    expect(await gradeOf(rows[index]?.enrollment ?? '')).toMatchObject({ final: 1_000_000 });
});
