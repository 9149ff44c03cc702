import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { type AskedKind, hinted, makeQuiz, quizFile } from '@/test/quizzes';
import { getQuestion } from '../oversight/get-question';
import { saveAnswer } from './save-answer';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const started = async (rules: string[], kinds: AskedKind[] = ['single', 'multiple']) => {
  const quiz = await makeQuiz(db, rules, kinds);
  await quiz.rewrite(hinted(quizFile(rules, kinds)));
  const taker = await quiz.taker();
  await taker.start();
  const say = (block: string, answer: string[], confidence: string | null, revision = 1) =>
    perform(saveAnswer, { ...quiz.at, attempt: 1, block, answer, confidence, revision } as never, {
      db,
      actor: taker.actor,
    });
  return { ...quiz, ...taker, say };
};

test('how sure somebody is is kept with the answer, changed with it, and taken back', async () => {
  const { say, get } = await started(['confidence: true']);
  const kept = async () =>
    (await get()).running?.questions.find(({ block }) => block.id === 'q-single')?.kept;
  expect(await say('q-single', ['a'], 'sure')).toMatchObject({ confidence: 'sure', own: true });
  expect(await kept()).toMatchObject({ answer: ['a'], confidence: 'sure' });
  // Sent again by a queue it is the same; older, or said otherwise under the same revision, it changes nothing.
  expect(await say('q-single', ['a'], 'sure')).toMatchObject({ own: true });
  expect(await say('q-single', ['a'], 'guessing')).toMatchObject({ confidence: 'sure', own: false });
  await say('q-single', ['a'], '', 2);
  expect(await kept()).toMatchObject({ confidence: null, revision: 2 });
  await expect(say('q-single', ['a'], 'very', 3)).rejects.toMatchObject({ name: 'InvalidInput' });
});

test('it changes no points; the learner sees how sure and how right, and so does whoever teaches', async () => {
  const { say, hint, submit, get, at, owner } = await started(['confidence: true', 'review: marks']);
  await say('q-single', ['b'], 'sure');
  await say('q-multiple', ['a'], 'sure');
  await hint(1);
  await submit();
  const { result } = await get();
  expect(result).toMatchObject({ points: 0.9, calibration: [{ confidence: 'sure', answers: 2, right: 1 }] });
  const seen = (block: string) =>
    perform(getQuestion, { ...at, block, edition: '', page: 1 }, { db, actor: owner });
  // Right with a hint is right.
  expect(await seen('q-single')).toMatchObject({
    confidence: [{ confidence: 'sure', answers: 1, right: 1 }],
    hints: [
      { cost: 10, count: 1 },
      { cost: 20, count: 0 },
    ],
    statistics: { facility: 1 },
    answers: [{ score: 1, count: 1 }],
  });
  expect(await seen('q-multiple')).toMatchObject({
    confidence: [{ confidence: 'sure', answers: 1, right: 0 }],
    hints: [],
  });
});

test('where a quiz does not ask, nothing is kept; where only the score is shown, nothing is told', async () => {
  const { say, get } = await started(['review: marks']);
  await say('q-single', ['b'], 'sure');
  const asked = (await get()).running?.questions.find(({ block }) => block.id === 'q-single');
  expect(asked?.kept).toMatchObject({ confidence: null });
  const scored = await started(['confidence: true', 'review: score']);
  await scored.say('q-single', ['b'], 'sure');
  await scored.submit();
  expect((await scored.get()).result?.calibration).toEqual([]);
});

test('what waits for a grader is in no figure of how sure and how right learners are', async () => {
  const { say, submit, at, owner } = await started(['confidence: true'], ['single', 'written']);
  await say('q-single', ['b'], 'sure');
  await say('q-written', ['It shows that the bytes are the same.'], 'sure');
  await submit();
  for (const block of ['q-single', 'q-written'])
    expect(
      await perform(getQuestion, { ...at, block, edition: '', page: 1 }, { db, actor: owner }),
    ).toMatchObject({ confidence: [], statistics: { asked: 0 } });
});
