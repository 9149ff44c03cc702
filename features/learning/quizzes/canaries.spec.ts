import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { tryAnswer } from '@/features/authoring/preview/try-answer';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { kindsAsked, makeQuiz, quizFile } from '@/test/quizzes';
import { answerQuestion } from '../answer-question';
import { completeLesson } from '../complete-lesson';
import { getLesson } from '../get-lesson';
import { recordViews } from '../record-views';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const notFound = { name: 'NotFound' };
const texts = (value: unknown) => JSON.stringify(value);
/** A quiz with somebody who takes it, and what they read of its lesson. */
const taking = async (rules: string[]) => {
  const quiz = await makeQuiz(db, rules);
  const taker = await quiz.taker();
  const lesson = () => perform(getLesson, quiz.at, { db, actor: taker.actor });
  return { ...quiz, ...taker, lesson };
};

describe('of a quiz nothing is told', () => {
  test('before an attempt, under way or afterwards on the page of its lesson: no question, no key, no feedback', async () => {
    const { lesson, take, start, right } = await taking(['review: answers']);
    const pages = [await lesson()];
    await take(await right());
    await start();
    pages.push(await lesson());
    for (const page of pages) {
      expect(texts(page)).not.toContain('CANARY');
      for (const kind of kindsAsked) expect(texts(page)).not.toContain(`q-${kind}`);
      expect(texts(page)).toContain('What the exam is about.');
    }
    expect(pages[0]?.quiz).toMatchObject({ questions: 5, attempts: [], open: null, refusal: null });
    expect(pages[1]?.quiz).toMatchObject({ open: 2, refusal: 'attempt-open' });
  });

  test('by the answers that were given while the lesson was no quiz yet', async () => {
    const { lesson, rewrite, at, actor } = await taking(['mode: graded']);
    const plain = quizFile([]).replace('quiz:\n\n', '');
    await rewrite(plain, 'everyone');
    const input = { ...at, block: 'q-single', answer: ['b'], key: randomUUID() };
    await perform(answerQuestion, input, { db, actor });
    expect(texts(await lesson())).toContain('CANARY_SAID');
    await rewrite(quizFile(['mode: graded']), 'everyone');
    expect(texts(await lesson())).not.toContain('CANARY');
  });

  test('by an attempt under way: neither key nor feedback, nor the questions that were not drawn', async () => {
    const { start, save, get, rows, right } = await taking(['draw: 2']);
    await start();
    const drawn = (await rows())[0]?.questions ?? [];
    for (const block of drawn) await save(block, (await right())[block] ?? []);
    const told = texts(await get());
    expect(told).toContain('CANARY_ASKED');
    expect(told).not.toContain('CANARY_SAID');
    for (const kind of kindsAsked) {
      expect(told.includes(`"q-${kind}"`)).toBe(drawn.includes(`q-${kind}`));
      expect(told.includes(`CANARY_ASKED in q-${kind}`)).toBe(drawn.includes(`q-${kind}`));
    }
    for (const word of ['"correct"', '"right"', '"verdict"', '"seed"', '"feedback"'])
      expect(told).not.toContain(word);
  });

  test('by what is answered when an answer is saved or the attempt is handed in', async () => {
    const { start, save, submit } = await taking(['review: answers']);
    await start();
    expect(Object.keys(await save('q-single', ['b'])).sort()).toEqual([
      'answer',
      'own',
      'revision',
      'savedAt',
    ]);
    expect(await submit()).toEqual({ attempt: 1 });
  });
});

describe('of an attempt that was handed in is shown', () => {
  test('the score alone, where the quiz says so', async () => {
    const { take, get } = await taking(['review: score']);
    await take({ 'q-single': ['b'] });
    const told = await get();
    expect(told.result).toMatchObject({ percent: 20, seen: 'score', questions: [] });
    expect(texts(told)).not.toContain('CANARY');
  });

  test('which were right and nothing of why, where it says marks', async () => {
    const { take, get } = await taking(['review: marks', 'attempts: 1']);
    await take({ 'q-single': ['b'], 'q-multiple': ['b'] });
    const { result } = await get();
    const scores = Object.fromEntries(result?.questions.map(({ block, score }) => [block.id, score]) ?? []);
    expect(scores).toMatchObject({ 'q-single': 1, 'q-multiple': 0.5, 'q-hotspot': 0 });
    expect(texts(result)).not.toContain('CANARY_SAID');
    for (const { verdict, right } of result?.questions ?? []) expect([verdict, right]).toEqual([null, null]);
  });

  test('what is said of each answer, and a right one where it was not, where it says answers', async () => {
    const { take, get } = await taking(['review: answers']);
    await take({ 'q-single': ['b'], 'q-multiple': ['a'] });
    const { result } = await get();
    const by = new Map(result?.questions.map((question) => [question.block.id, question]));
    expect(by.get('q-single')).toMatchObject({ verdict: { correct: true }, right: null });
    expect(by.get('q-multiple')).toMatchObject({
      verdict: { correct: false },
      right: { answer: ['b', 'd'] },
    });
    expect(by.get('q-hotspot')).toMatchObject({ answer: null, verdict: null, right: { answer: ['c'] } });
    expect(texts(result)).toContain('CANARY_SAID');
  });

  test('no answer while another attempt is left or under way, where it says answers after the last', async () => {
    const { take, start, submit, get } = await taking(['attempts: 2']);
    await take({ 'q-single': ['a'] });
    expect(texts(await get())).not.toContain('CANARY_SAID');
    await start();
    expect(texts(await get())).not.toContain('CANARY_SAID');
    await submit(2);
    expect(texts(await get())).toContain('CANARY_SAID');
  });
});

describe('the doors of a lesson do not open a quiz:', () => {
  test('its questions are not marked one by one, not even those of an attempt', async () => {
    const { at, actor, start, ledger } = await taking(['mode: practice']);
    for (const begin of [async () => {}, start]) {
      await begin();
      for (const block of ['q-single', 'quiz']) {
        const input = { ...at, block, answer: ['b'], key: randomUUID() };
        await expect(perform(answerQuestion, input, { db, actor })).rejects.toMatchObject({
          fields: { block: expect.any(String) },
        });
      }
    }
    expect(await ledger()).toEqual([]);
  });

  test('a learner does not try answers in the preview', async () => {
    const { at, actor } = await taking(['mode: graded']);
    for (const version of ['draft', '1']) {
      const input = { ...at, version, block: 'q-single', answer: ['b'] };
      await expect(perform(tryAnswer, input, { db, actor })).rejects.toMatchObject(notFound);
    }
  });

  test.each(['graded', 'practice'])('to have read it does not complete it: %s', async (mode) => {
    const { at, actor, done } = await taking([`mode: ${mode}`]);
    await perform(recordViews, { ...at, blocks: ['quiz'] }, { db, actor });
    const told = await perform(completeLesson, at, { db, actor });
    expect(told).toMatchObject({ complete: false, missing: [{ id: 'quiz' }] });
    expect(await done()).toBeNull();
    const views = perform(recordViews, { ...at, blocks: ['q-single'] }, { db, actor });
    await expect(views).rejects.toMatchObject({ name: 'InvalidInput' });
  });
});
