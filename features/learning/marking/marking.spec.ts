import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { gradeNotices } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { getOwnGrades } from '@/features/learning/gradebook/get-own-grades';
import { getLearnersAttempt } from '@/features/learning/oversight/get-learners-attempt';
import { getQuestionStatistics } from '@/features/learning/oversight/get-question-statistics';
import { listAttempts } from '@/features/learning/oversight/list-attempts';
import { listQuizzes } from '@/features/learning/oversight/list-quizzes';
import { closeDueAttempt } from '@/features/learning/quizzes/close-due-attempt';
import type { Actor } from '@/rules/access';
import { perform, Refused } from '@/server/operation';
import { correcting } from '@/test/corrections';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { makeQuiz } from '@/test/quizzes';
import { getMarking } from './get-marking';
import { listMarking } from './list-marking';
import { markAnswer } from './mark-answer';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const text = ['It shows that the bytes are the same.'];
const everything = { c1: '2', c2: '1' };

/** The grade of a learner and what becomes of it. */
function gradesOf({ at, owner }: Awaited<ReturnType<typeof makeQuiz>>, enrollmentId: string) {
  const { apply, takeBack, gradeOf, history } = correcting(db, at, owner);
  return {
    grades: async () => [await gradeOf(enrollmentId)].filter((grade) => grade !== null),
    events: () => history(enrollmentId),
    notices: () => db.select().from(gradeNotices).where(eq(gradeNotices.enrollmentId, enrollmentId)),
    correct: (way: { do: 'leave-out' | 'full-marks'; block: string }) => apply(way),
    takeBack,
  };
}

/** A quiz with a single choice and a written answer, somebody who takes it, and who marks it. */
async function marking(rules: string[]) {
  const quiz = await makeQuiz(db, rules, ['single', 'written']);
  const taker = await quiz.taker();
  const grader = await quiz.staff('grader');
  const at = quiz.at;
  const queue = (actor: Actor = grader) => perform(listMarking, at, { db, actor });
  const look = (mark: string, actor: Actor = grader) => perform(getMarking, { ...at, mark }, { db, actor });
  const mark = (id: string, more: Record<string, unknown> = {}, actor: Actor = grader) =>
    perform(
      markAnswer,
      { ...at, mark: id, version: 1, scores: everything, comment: 'Well said.', ...more } as never,
      { db, actor },
    );
  const first = async () => (await queue()).rows[0]?.id ?? '';
  return {
    ...quiz,
    quiz,
    ...taker,
    grader,
    queue,
    look,
    mark,
    first,
    grades: gradesOf(quiz, taker.enrollmentId),
  };
}
const right = { 'q-single': ['b'], 'q-written': text };

describe('an attempt with a written answer', () => {
  test('waits for a grader: no result, no grade, no evidence, in no table as nothing', async () => {
    const { take, get, rows, ledger, done, owner, at, actor, queue, grades, slug } = await marking([
      'mode: graded',
      'review: answers',
    ]);
    await take(right);
    expect(await rows()).toMatchObject([
      { toMark: 1, earned: null, possible: null, releasedAt: null, recordedAt: null },
    ]);
    expect(await ledger()).toEqual([]);
    expect(await done()).toBeNull();
    const screen = await get();
    expect(screen).toMatchObject({ result: null, waiting: { toMark: 1, atOnce: true } });
    expect(screen.standing.attempts).toMatchObject([{ waiting: 'grader', percent: null, counts: false }]);
    expect(JSON.stringify(screen)).not.toContain('CANARY_SAID');
    expect(await grades.grades()).toEqual([]);
    const staff = { db, actor: owner };
    expect((await perform(listAttempts, { ...at, query: 'state=unmarked' }, staff)).rows).toMatchObject([
      { state: 'unmarked', raw: null, result: null },
    ]);
    expect((await perform(listAttempts, { ...at, query: 'passed=no' }, staff)).rows).toEqual([]);
    expect((await perform(listQuizzes, { course: slug }, staff)).quizzes).toMatchObject([
      { toMark: 1, waiting: 0, passRate: null, median: null },
    ]);
    const { questions } = await perform(getQuestionStatistics, { ...at, edition: 'all' }, staff);
    expect(questions.map(({ asked }) => asked)).toEqual([0, 0]);
    expect(JSON.stringify(await perform(getOwnGrades, { course: slug }, { db, actor }))).not.toContain(
      '50 %',
    );
    expect((await queue()).total).toBe(1);
  });

  test('has its result with the last mark: the grade, its history, the ledger and why', async () => {
    const { take, get, rows, ledger, first, mark, kept, grades } = await marking([
      'mode: graded',
      'review: answers',
      'pass: 70',
    ]);
    await take(right);
    expect(await mark(await first(), { scores: { c1: '1', c2: '1' } })).toEqual({ next: null, toMark: 0 });
    // 5 of 7 points of the rubric are that share of the one point that a question is worth.
    expect(await rows()).toMatchObject([{ toMark: 0, earned: 1_714_286, possible: 2_000_000 }]);
    expect((await kept()).map(({ earned }) => earned)).toEqual([1_000_000, 714_286]);
    expect(await ledger()).toMatchObject([{ block: 'quiz', correct: true }]);
    expect(await grades.grades()).toMatchObject([{ final: 857_143, override: null }]);
    expect(await grades.events()).toMatchObject([{ action: 'marked' }]);
    const { result } = await get();
    expect(result).toMatchObject({ percent: 85.71, passed: true });
    const written = result?.questions.find(({ block }) => block.id === 'q-written');
    expect(written).toMatchObject({
      waits: false,
      score: 0.714286,
      byHand: { scores: { c1: 1, c2: 1 }, comment: 'Well said.', model: expect.stringContaining('CANARY') },
    });
  });

  test('that left it blank is marked at once', async () => {
    const { take, rows } = await marking(['mode: graded']);
    await take({ 'q-single': ['b'], 'q-written': [' '] });
    expect(await rows()).toMatchObject([{ toMark: 0, earned: 1_000_000, possible: 2_000_000 }]);
  });

  test('that the clock hands in waits as well', async () => {
    const { start, save, runOut, rows, queue } = await marking(['mode: graded', 'minutes: 5']);
    await start();
    await save('q-written', text);
    await runOut();
    const [row] = await rows();
    await perform(closeDueAttempt, { attempt: row?.id ?? '' }, { db, actor: platform });
    expect(await rows()).toMatchObject([{ toMark: 1, submittedBy: 'clock', earned: null }]);
    expect((await queue()).total).toBe(1);
  });

  test('for practice is done when it is handed in, and shown when it is marked', async () => {
    const { take, ledger, done, first, mark } = await marking(['mode: practice']);
    await take(right);
    expect(await done()).toMatchObject({ done: ['quiz'] });
    await mark(await first());
    expect(await ledger()).toMatchObject([{ correct: null }, { correct: true }]);
  });

  test('whose result is released by hand waits for that once it is marked', async () => {
    const { take, get, rows, first, mark, ledger } = await marking(['mode: graded', 'release: by-hand']);
    await take(right);
    expect(await get()).toMatchObject({ waiting: { toMark: 1, atOnce: false } });
    await mark(await first());
    expect(await rows()).toMatchObject([{ toMark: 0, earned: 2_000_000, releasedAt: null }]);
    expect(await get()).toMatchObject({ result: null, waiting: { toMark: 0 } });
    expect(await ledger()).toEqual([]);
  });
});

describe('of several attempts', () => {
  const wrong = { 'q-single': ['b'], 'q-written': [''] };
  test.each([
    ['best', [500_000], [1_000_000]],
    ['latest', [500_000], [1_000_000]],
    ['first', [500_000], [500_000]],
  ])('%s: one that waits takes nothing from the one before', async (counts, before, after) => {
    const { take, first, mark, grades } = await marking(['mode: graded', `counts: ${counts}`, 'attempts: 3']);
    await take(wrong);
    await take(right);
    expect((await grades.grades()).map(({ final }) => final)).toEqual(before);
    await mark(await first());
    expect((await grades.grades()).map(({ final }) => final)).toEqual(after);
  });

  test('where the first counts and waits, there is no grade until it is marked', async () => {
    const { take, first, mark, grades } = await marking(['mode: graded', 'counts: first', 'attempts: 3']);
    await take(right);
    await take(wrong);
    expect(await grades.grades()).toEqual([]);
    await mark(await first());
    expect(await grades.grades()).toMatchObject([{ final: 1_000_000 }]);
  });
});

describe('who marks', () => {
  test('two at once: the later is told, sees the other, and may save in its place', async () => {
    const { take, first, mark, look, grader, owner, rows, grades } = await marking(['mode: graded']);
    await take(right);
    const id = await first();
    await mark(id);
    await expect(mark(id, { scores: { c1: '0', c2: '0' } }, owner)).rejects.toThrow(Refused);
    expect(await rows()).toMatchObject([{ earned: 2_000_000 }]);
    const seen = await look(id, owner);
    expect(seen).toMatchObject({ scores: { c1: 2, c2: 1 }, version: 2, markedBy: expect.any(String) });
    await mark(id, { version: seen.version, scores: { c1: '0', c2: '0' } }, owner);
    expect(await rows()).toMatchObject([{ earned: 1_000_000 }]);
    expect((await grades.events()).map(({ action }) => action)).toEqual(['marked', 'marked']);
    // They knew the first, so they are told of the second.
    expect(await grades.notices()).toHaveLength(1);
    expect(grader.userId).not.toBe(owner.userId);
  });

  test('reads no name while an anonymous attempt waits, anywhere', async () => {
    const { take, first, look, queue, mark, owner, at, rows } = await marking([
      'mode: graded',
      'anonymous: true',
    ]);
    await take(right);
    const id = await first();
    expect((await queue()).rows[0]?.learner).toBeNull();
    expect(await look(id)).toMatchObject({ learner: null, paragraphs: text });
    const [row] = await rows();
    const attempt = () =>
      perform(getLearnersAttempt, { ...at, attempt: row?.id ?? '' }, { db, actor: owner });
    expect(JSON.stringify(await attempt())).not.toContain(text[0]);
    await mark(id);
    expect((await look(id)).learner).not.toBeNull();
    expect(JSON.stringify(await attempt())).toContain(text[0]);
  });

  test('chooses a level of each criterion, and only of those that there are', async () => {
    const { take, first, mark } = await marking(['mode: graded']);
    await take(right);
    const id = await first();
    await expect(mark(id, { scores: { c1: '2' } })).rejects.toMatchObject({
      fields: { 'level-c2': 'Choose a level of “The example”.' },
    });
    await expect(mark(id, { scores: { c1: '2', c2: '7' } })).rejects.toThrow();
    await expect(mark(id, { comment: 'a\u0000' })).rejects.toThrow();
  });

  test('is of the course and may grade; nobody marks their own', async () => {
    const { take, first, mark, look, queue, staff, actor, quiz } = await marking(['mode: graded']);
    await take(right);
    const id = await first();
    for (const other of [actor, await makeUser(db), await staff('editor')])
      for (const act of [() => mark(id, {}, other), () => look(id, other)])
        await expect(act()).rejects.toMatchObject({ name: 'NotFound' });
    await expect(queue(actor)).rejects.toMatchObject({ name: 'NotFound' });
    const another = await marking(['mode: graded']);
    await expect(another.mark(id)).rejects.toMatchObject({ name: 'NotFound' });
    expect(quiz.slug).not.toBe(another.slug);
  });
});

describe('a correction of a written question', () => {
  test.each(['leave-out', 'full-marks'] as const)(
    '%s: nothing waits, and taking it back makes it wait again',
    async (does) => {
      const { take, rows, queue, grades } = await marking(['mode: graded']);
      await take(right);
      const { id } = await grades.correct({ do: does, block: 'q-written' });
      const of = does === 'leave-out' ? 1_000_000 : 2_000_000;
      expect(await rows()).toMatchObject([{ toMark: 0, correctedEarned: of, correctedPossible: of }]);
      expect(await grades.grades()).toMatchObject([{ final: 1_000_000 }]);
      expect((await queue()).total).toBe(0);
      await grades.takeBack(id, 'q-written');
      expect(await rows()).toMatchObject([
        { toMark: 1, earned: null, correctedEarned: null, releasedAt: null },
      ]);
      expect((await queue()).total).toBe(1);
      expect(await grades.grades()).toMatchObject([{ final: null, releasedAt: null }]);
    },
  );

  test('holds over what was marked, and is taken back to it', async () => {
    const { take, first, mark, rows, grades } = await marking(['mode: graded']);
    await take(right);
    await mark(await first(), { scores: { c1: '0', c2: '0' } });
    const { id } = await grades.correct({ do: 'full-marks', block: 'q-written' });
    expect(await rows()).toMatchObject([{ earned: 1_000_000, correctedEarned: 2_000_000 }]);
    await grades.takeBack(id, 'q-written');
    expect(await rows()).toMatchObject([{ earned: 1_000_000, correctedEarned: null, toMark: 0 }]);
  });
});

test('the database holds no result of an attempt that waits', async () => {
  const { take, rows } = await marking(['mode: graded']);
  await take(right);
  const [row] = await rows();
  for (const set of [sql`earned = 0`, sql`released_at = now()`])
    await expect(db.execute(sql`update attempts set ${set} where id = ${row?.id}`)).rejects.toThrow();
});
