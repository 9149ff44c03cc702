import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { handedIn } from '@/db/queries/grading';
import { attempts } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { isPassed, type QuizRules } from '@/rules/assessment/quiz';
import { shareOf, shownPercent } from '@/rules/grading/grades';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { counted, handInMany } from '@/test/many-attempts';
import { makeQuiz } from '@/test/quizzes';
import { outcomeOf } from '../grading/outcome';
import { getLearnersAttempt } from './get-learners-attempt';
import { getQuestion } from './get-question';
import { getQuestionStatistics } from './get-question-statistics';
import { listAttempts } from './list-attempts';
import { listQuizzes } from './list-quizzes';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const rules: QuizRules = {
  mode: 'graded',
  counts: 'best',
  pass: 60,
  review: 'marks',
  due: '2026-06-10 18:00',
  late: { perDay: 7, floor: 30 },
};
const point = (earned: number) => ({ 'q-single': { answer: ['b'], earned } });
const made = async (written = ['mode: graded', 'pass: 60']) => {
  const quiz = await makeQuiz(db, written, ['single', 'multiple']);
  const table = (query = '', actor: Actor = quiz.owner, handle = db) =>
    perform(listAttempts, { ...quiz.at, query }, { db: handle, actor });
  const many = async (
    learners: Parameters<typeof handInMany>[1]['learners'],
    daysAgo?: (i: number) => number,
  ) =>
    handInMany(db, {
      courseId: quiz.courseId,
      editionId: await quiz.current(),
      lessonId: 'exam',
      rules,
      learners,
      daysAgo,
    });
  return { ...quiz, table, many };
};

describe('the attempts at a quiz', () => {
  test('stand in a table with what came of each, by state and result, and are found by name', async () => {
    const { table, taker, right, owner, slug } = await made(['mode: graded', 'pass: 60', 'release: by-hand']);
    const [one, other] = [await taker(), await taker()];
    await one.take(await right());
    await other.start();
    const { rows, total, quiz } = await table('sort=handed&dir=up');
    expect([quiz.title, total]).toEqual(['The exam', 2]);
    expect(rows).toMatchObject([
      {
        name: one.actor.name,
        number: 1,
        edition: 1,
        state: 'waiting',
        raw: '100',
        result: '100',
        passed: true,
      },
      {
        name: other.actor.name,
        state: 'under-way',
        submittedAt: null,
        raw: null,
        result: null,
        passed: false,
      },
    ]);
    const names = async (query: string) => (await table(query)).rows.map(({ name }) => name);
    expect(await names('state=waiting')).toEqual([one.actor.name]);
    expect(await names('state=under-way')).toEqual([other.actor.name]);
    expect(await names('state=shown')).toEqual([]);
    expect(await names('passed=yes')).toEqual([one.actor.name]);
    expect(await names('passed=no')).toEqual([]);
    expect(await names(`search=${encodeURIComponent(other.actor.name)}`)).toEqual([other.actor.name]);
    expect(await perform(listQuizzes, { course: slug }, { db, actor: owner })).toMatchObject({
      quizzes: [
        {
          id: 'exam',
          current: true,
          attempts: 2,
          learners: 2,
          underWay: 1,
          waiting: 1,
          median: '100',
          passRate: 100,
        },
      ],
    });
  });

  test('are counted for a quiz that the current edition does not have any more', async () => {
    const { taker, right, rewrite, owner, slug, table } = await made();
    const one = await taker();
    await one.take(await right());
    await rewrite(null);
    const listed = await perform(listQuizzes, { course: slug }, { db, actor: owner });
    expect(listed.quizzes).toMatchObject([{ id: 'exam', title: 'The exam', current: false, attempts: 1 }]);
    expect((await table()).total).toBe(1);
  });

  test('come page by page, each once, by whatever they are sorted, with as many queries for many as for few', async () => {
    const { table, many, owner } = await made();
    await many([point(500_000)]);
    const asked = async () => {
      const watch = counted(db);
      await table('search=Many&sort=result', owner, watch.db);
      return watch.queries();
    };
    await table();
    const few = await asked();
    await many(
      Array.from({ length: 119 }, (_, index) => point((index % 4) * 250_000)),
      (index) => index % 3,
    );
    expect(await asked()).toBe(few);
    for (const sort of ['name', 'handed', 'result']) {
      const seen: string[] = [];
      let query: string | null = `sort=${sort}`;
      while (query !== null) {
        const page = await table(query);
        seen.push(...page.rows.map(({ id }) => id));
        query = page.turns.next;
      }
      expect([sort, seen.length, new Set(seen).size]).toEqual([sort, 120, 120]);
      const second = await table((await table(`sort=${sort}`)).turns.next ?? '');
      const back = await table(second.turns.previous ?? '');
      expect(back.rows.map(({ id }) => id)).toEqual(seen.slice(0, 50));
    }
  });

  test('come to the same in the database as by the rules, also when they are late', async () => {
    const { table, many } = await made();
    const enrollments = await many(
      Array.from({ length: 40 }, (_, index) => ({
        ...point(index * 25_000),
        'q-multiple': { answer: null, earned: ((index * 7) % 40) * 25_000 },
      })),
      (index) => (Date.now() - Date.parse('2026-06-10T18:00:00Z')) / 86_400_000 - (index - 20) / 1.7,
    );
    const stored = await handedIn(
      db,
      enrollments.map(({ enrollment }) => enrollment),
      'exam',
    );
    const { rows } = await table();
    expect(rows).toHaveLength(40);
    expect(new Set(rows.map(({ days }) => days)).size).toBeGreaterThan(8);
    for (const row of rows) {
      const attempt = stored.find(({ id }) => id === row.id);
      if (!attempt) throw new Error('no attempt');
      const outcome = outcomeOf(attempt, 'UTC');
      expect([row.days, row.result, row.passed]).toEqual([
        outcome.days,
        shownPercent(shareOf(outcome)),
        isPassed(rules, outcome),
      ]);
    }
    const passed = await table('passed=yes');
    expect(passed.total).toBe(rows.filter((row) => row.passed).length);
  });
});

describe('one attempt', () => {
  test('shows whoever grades each answer, what it earned and what is right, also before it is released', async () => {
    const { taker, right, owner, at } = await made(['mode: graded', 'release: by-hand', 'review: score']);
    const one = await taker();
    await one.take({ ...(await right()), 'q-multiple': ['b'] });
    const [row] = await one.rows();
    const input = { ...at, attempt: row?.id ?? '' };
    const seen = await perform(getLearnersAttempt, input, { db, actor: owner });
    expect(seen).toMatchObject({
      learner: { name: one.actor.name },
      state: 'waiting',
      result: { percent: 75, points: 1.5, of: 2, corrected: false, late: null },
    });
    const partly = seen.questions.find(({ block }) => block.id === 'q-multiple');
    expect(partly).toMatchObject({
      answer: ['b'],
      score: 0.5,
      right: { answer: ['b', 'd'] },
      corrected: null,
    });
    // The learner sees nothing of it.
    expect((await one.get()).result).toBeNull();
  });

  test('is found in its own quiz and course alone', async () => {
    const mine = await made();
    const yours = await made();
    const one = await mine.taker();
    await one.start();
    const attempt = (await one.rows())[0]?.id ?? '';
    const see = (at: { course: string; lesson: string }, actor: Actor) =>
      perform(getLearnersAttempt, { ...at, attempt }, { db, actor });
    await expect(see(yours.at, yours.owner)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(see({ ...mine.at, lesson: 'before' }, mine.owner)).rejects.toMatchObject({
      name: 'NotFound',
    });
    expect(await see(mine.at, mine.owner)).toMatchObject({ state: 'under-way', result: null });
  });
});

test('names, answers and keys are for who reads grades: nobody else learns even that there are any', async () => {
  const { at, slug, owner, staff, taker, right } = await made();
  const one = await taker();
  await one.take(await right());
  const attempt = (await one.rows())[0]?.id ?? '';
  const doors: ((actor: Actor | null) => Promise<unknown>)[] = [
    (actor) => perform(listQuizzes, { course: slug }, { db, actor }),
    (actor) => perform(listAttempts, { ...at, query: '' }, { db, actor }),
    (actor) => perform(getLearnersAttempt, { ...at, attempt }, { db, actor }),
    (actor) => perform(getQuestionStatistics, { ...at, edition: 'all' }, { db, actor }),
    (actor) => perform(getQuestion, { ...at, block: 'q-single', edition: '', page: 1 }, { db, actor }),
  ];
  const may = [
    owner,
    await staff('editor'),
    await staff('grader'),
    await makeUser(db, { role: 'staff' }),
    await makeUser(db, { role: 'admin' }),
  ];
  const refused = [one.actor, await makeUser(db, { role: 'instructor' }), await makeUser(db)];
  for (const door of doors) {
    for (const actor of may) expect(await door(actor)).toBeTruthy();
    for (const actor of refused) await expect(door(actor)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(door(null)).rejects.toMatchObject({ name: 'NotSignedIn' });
  }
  // What is no quiz, or of no course, is the same.
  for (const lesson of ['before', 'nothing'])
    await expect(
      perform(listAttempts, { course: slug, lesson, query: '' }, { db, actor: owner }),
    ).rejects.toMatchObject({ name: 'NotFound' });
  // An address of a mailbox stands in none of it.
  const seen = JSON.stringify(await Promise.all(doors.map((door) => door(owner))));
  expect(seen).toContain(one.actor.name);
  expect(seen).not.toContain(one.actor.email);
  expect((await db.select().from(attempts).where(eq(attempts.id, attempt))).length).toBe(1);
});
