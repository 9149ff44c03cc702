import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import type { QuizRules } from '@/rules/assessment/quiz';
import { added, discrimination, facility, momentsOf, noMoments } from '@/rules/assessment/statistics';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { handInMany } from '@/test/many-attempts';
import { keyMended, kindsAsked, makeQuiz, quizFile } from '@/test/quizzes';
import { getQuestion } from './get-question';
import { getQuestionStatistics } from './get-question-statistics';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const rules: QuizRules = { mode: 'graded', counts: 'best', pass: 60, review: 'marks' };
const made = async (kinds?: Parameters<typeof makeQuiz>[2]) => {
  const quiz = await makeQuiz(db, ['mode: graded'], kinds);
  const all = (edition = 'all') =>
    perform(getQuestionStatistics, { ...quiz.at, edition }, { db, actor: quiz.owner });
  const one = (block: string, edition = '', page = 1) =>
    perform(getQuestion, { ...quiz.at, block, edition, page }, { db, actor: quiz.owner });
  const many = async (learners: Parameters<typeof handInMany>[1]['learners']) =>
    handInMany(db, {
      courseId: quiz.courseId,
      editionId: await quiz.current(),
      lessonId: 'exam',
      rules,
      learners,
    });
  return { ...quiz, all, one, many };
};
const right = (answer: string[]) => ({ answer, earned: 1_000_000 });
const wrong = (answer: string[]) => ({ answer, earned: 0 });
const blank = { answer: null, earned: 0 };

describe('the questions of a quiz', () => {
  test('have the figures that the rules give for the same attempts', async () => {
    const { all, many } = await made(['single', 'multiple', 'ordering']);
    const learners = Array.from({ length: 30 }, (_, index) => ({
      'q-single': index % 3 === 0 ? wrong(['a']) : right(['b']),
      'q-multiple': { answer: ['b'], earned: (index % 5) * 200_000 },
      'q-ordering': index % 4 === 0 ? blank : { answer: ['a', 'b', 'c'], earned: 333_333 * (index % 3) },
    }));
    await many(learners);
    const { questions } = await all();
    expect(questions).toHaveLength(3);
    for (const id of ['q-single', 'q-multiple', 'q-ordering'] as const) {
      const moments = learners
        .map((answers) => {
          const sum = Object.values(answers).reduce((total, { earned }) => total + earned, 0);
          const own = answers[id];
          return momentsOf(own.earned / 1e6, (sum - own.earned) / 2e6, own.answer === null);
        })
        .reduce(added, noMoments);
      const found = questions.find((question) => question.id === id);
      expect(found).toMatchObject({ asked: 30, blank: moments.blank, paired: 30 });
      expect(found?.facility).toBeCloseTo(facility(moments) ?? -1, 9);
      expect(found?.discrimination).toBeCloseTo(Number(discrimination(moments)), 9);
    }
  });

  test('are in order of need: first where the strongest prefer what counts as wrong, said in words', async () => {
    const { all, many } = await made(['single', 'multiple', 'hotspot']);
    await many(
      Array.from({ length: 9 }, (_, index) => ({
        'q-single': index < 6 ? wrong(['c']) : right(['b']),
        'q-multiple': index < 6 ? right(['b', 'd']) : wrong(['a']),
        'q-hotspot': index < 3 ? right(['c']) : wrong(['abd'.charAt(index % 3)]),
      })),
    );
    const { questions } = await all();
    expect(questions.map(({ id }) => id)).toEqual(['q-single', 'q-hotspot', 'q-multiple']);
    expect(questions[0]).toMatchObject({
      discrimination: 'few',
      preferred: 'CANARY_ASKED q-single c',
      suspicion: { why: 'wrong-preferred', right: 0 },
    });
    expect(questions.slice(1).every(({ suspicion }) => suspicion === null)).toBe(true);
  });

  test('count the first attempt of each learner that was handed in, and none under way', async () => {
    const { all, taker, right: key } = await made(['single']);
    const one = await taker();
    await one.take({ 'q-single': ['a'] });
    await one.take(await key());
    await (await taker()).start();
    expect((await all()).questions).toMatchObject([{ asked: 1, facility: 0, paired: 0 }]);
  });

  test('that were changed are counted apart, and together where they read the same', async () => {
    const { all, one, taker, rewrite, right: key } = await made(['single', 'multiple']);
    await (await taker()).take(await key());
    // The key of one question is mended; the other stays.
    await rewrite(keyMended(quizFile(['mode: graded'], ['single', 'multiple'])));
    await (await taker()).take(await key());
    const both = (await all()).questions;
    expect(both.filter(({ id }) => id === 'q-single')).toMatchObject([
      { from: 1, through: 1, asked: 1, several: true },
      { from: 2, through: 2, asked: 1, several: true },
    ]);
    expect(both.filter(({ id }) => id === 'q-multiple')).toMatchObject([
      { from: 1, through: 2, asked: 2, several: false },
    ]);
    expect((await all('2')).questions).toMatchObject([{ asked: 1 }, { asked: 1 }]);
    await expect(all('3')).rejects.toMatchObject({ name: 'NotFound' });
    expect(await one('q-single', '1')).toMatchObject({ right: 'CANARY_ASKED q-single b', laterKeys: [2] });
    expect(await one('q-single')).toMatchObject({ from: 2, right: 'CANARY_ASKED q-single c', laterKeys: [] });
    await expect(one('q-single', '9')).rejects.toMatchObject({ name: 'NotFound' });
    await expect(one('q-none')).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('a question', () => {
  test('shows the answers that were given in words, how often, and how those did who gave them', async () => {
    const { one, many } = await made(['single', 'multiple']);
    await many([
      ...Array.from({ length: 3 }, () => ({ 'q-single': right(['b']), 'q-multiple': right(['b', 'd']) })),
      { 'q-single': wrong(['a']), 'q-multiple': { answer: ['b'], earned: 500_000 } },
      { 'q-single': wrong(['a']), 'q-multiple': wrong(['']) },
      { 'q-single': blank, 'q-multiple': right(['b', 'd']) },
    ]);
    const single = await one('q-single');
    expect(single.answers).toMatchObject([
      { words: 'CANARY_ASKED q-single b', count: 3, mean: 1, score: 1, alsoRight: false },
      { words: 'CANARY_ASKED q-single a', count: 2, mean: 0.125, score: 0 },
    ]);
    expect(single).toMatchObject({ asked: 6, blank: 1, pages: 1, right: 'CANARY_ASKED q-single b' });
    expect(single.options?.map(({ count, right: isRight }) => [count, isRight])).toEqual([
      [2, false],
      [3, true],
      [0, false],
      [0, false],
    ]);
    const multiple = await one('q-multiple');
    expect(multiple.blank).toBe(1);
    expect(multiple.options?.map(({ count }) => count)).toEqual([0, 5, 0, 4]);
    expect(multiple.answers[0]).toMatchObject({
      words: 'CANARY_ASKED q-multiple b; CANARY_ASKED q-multiple d',
    });
  });

  test('of every kind has its answers in words, and never an id', async () => {
    const { one, taker, right: key } = await made(kindsAsked);
    await (await taker()).take(await key());
    for (const kind of kindsAsked) {
      const { answers, right: words } = await one(`q-${kind}`);
      expect(answers).toMatchObject([{ count: 1, score: 1, words }]);
      expect(words).toMatch(kind === 'annotation' ? /“The official stressed/ : /CANARY_ASKED/);
      expect(words).not.toMatch(/no option/);
    }
  });

  test('with many distinct answers has them page by page', async () => {
    const { one, many } = await made(['ordering']);
    await many(
      Array.from({ length: 120 }, (_, index) => ({ 'q-ordering': wrong(['a', 'b', 'c', String(index)]) })),
    );
    const pages = [await one('q-ordering'), await one('q-ordering', '', 2), await one('q-ordering', '', 3)];
    const ids = pages.flatMap(({ answers }) => answers.map(({ id }) => id));
    expect([pages[0]?.pages, ids.length, new Set(ids).size]).toEqual([3, 120, 120]);
  });
});
