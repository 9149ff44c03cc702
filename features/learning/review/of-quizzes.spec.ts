import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { attempts, corrections } from '@/db/schema';
import { testDatabase } from '@/test/database';
import { makeQuiz, quizFile } from '@/test/quizzes';
import { inDays, reviewing } from '@/test/review';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

/** Somebody who takes a quiz by these rules and has their review on. */
const taking = async (rules: string[]) => {
  const quiz = await makeQuiz(db, rules);
  const taker = await quiz.taker();
  const review = reviewing(db, quiz.slug, taker.actor, taker.enrollmentId);
  await review.set({ on: 'yes' });
  return { ...quiz, ...taker, review };
};
const refs = async ({ review }: Awaited<ReturnType<typeof taking>>) => {
  await review.begin();
  return (await review.rows()).map(({ ref }) => ref);
};

test('what was missed in a quiz comes once its answers are shown: what was right does not', async () => {
  const taken = await taking(['review: answers']);
  await taken.take({ ...(await taken.right()), 'q-single': ['a'], 'q-multiple': ['b'] });
  expect(await refs(taken)).toEqual(['q-multiple', 'q-single']);
});

test('what was not answered was missed', async () => {
  const taken = await taking(['review: answers']);
  const { 'q-hotspot': _left, ...right } = await taken.right();
  await taken.take(right);
  expect(await refs(taken)).toEqual(['q-hotspot']);
});

test.each(['score', 'marks'])('nothing of a quiz that shows no answers but %s', async (review) => {
  const taken = await taking([`review: ${review}`, 'attempts: 1']);
  await taken.take({ 'q-single': ['a'] });
  expect(await refs(taken)).toEqual([]);
  expect(await taken.review.screen()).toMatchObject({ total: 0 });
});

test('nothing while an attempt is left, and everything after the last', async () => {
  const taken = await taking(['attempts: 2']);
  await taken.take({ 'q-single': ['a'] });
  expect(await refs(taken)).toEqual([]);
  await taken.take({ ...(await taken.right()), 'q-single': ['a'] });
  expect(await refs(taken)).toContain('q-single');
});

test('nothing of an attempt whose result waits for its release', async () => {
  const taken = await taking(['mode: graded', 'review: answers', 'release: by-hand']);
  await taken.take({ 'q-single': ['a'] });
  expect(await refs(taken)).toEqual([]);
  const mine = eq(attempts.enrollmentId, taken.enrollmentId);
  await db.update(attempts).set({ releasedAt: sql`now()` }).where(mine);
  expect(await refs(taken)).toContain('q-single');
});

test('nothing of a question that was put right afterwards, until an edition has it mended', async () => {
  const taken = await taking(['review: answers']);
  await taken.take({});
  expect(await refs(taken)).toContain('q-single');
  await db.insert(corrections).values({
    courseId: taken.courseId,
    lessonId: 'exam',
    blockId: 'q-single',
    fromEdition: 1,
    throughEdition: 1,
    correction: { do: 'full-marks' },
    reason: 'The key was wrong.',
  });
  const due = async () => (await taken.review.screen()).due;
  expect(await due()).toBe(4);
  await taken.rewrite(quizFile(['review: answers', 'pass: 60']), 'everyone');
  expect(await due()).toBe(5);
});

test('cards of a quiz rest while another attempt could ask the same', async () => {
  const taken = await taking(['pass: 20']);
  await taken.take({ 'q-single': ['b'] });
  expect(await refs(taken)).not.toContain('q-single');
  const { next } = await taken.review.begin();
  await taken.start();
  expect(await taken.review.screen()).toMatchObject({ total: 0, due: 0 });
  expect(await taken.review.card(next ?? '')).toMatchObject({ state: 'resting', question: null });
  await expect(taken.review.give(next ?? '', ['b'])).rejects.toMatchObject({ code: 'card-not-due' });
  await taken.submit(2);
  expect((await taken.review.screen()).due).toBeGreaterThan(0);
});

test('of a question that was not drawn nothing is asked', async () => {
  const taken = await taking(['draw: 2', 'review: answers']);
  await taken.take({});
  const drawn = (await taken.rows())[0]?.questions ?? [];
  expect(await refs(taken)).toEqual([...drawn].sort());
});

test('every kind is marked as in its quiz, with a right answer beside a wrong one', async () => {
  const taken = await taking(['review: answers']);
  await taken.take({});
  const right = await taken.right();
  for (let { next } = await taken.review.begin(); next; { next } = await taken.review.begin()) {
    const front = await taken.review.card(next);
    expect(JSON.stringify(front)).not.toContain('CANARY_SAID');
    await taken.review.give(next, right[front.question?.id ?? ''] ?? []);
    expect((await taken.review.card(next)).reviewed?.given?.verdict.correct).toBe(true);
  }
  const cards = await taken.review.rows();
  expect(cards).toHaveLength(5);
  const single = cards.find(({ ref }) => ref === 'q-single')?.id ?? '';
  const later = inDays(400);
  await taken.review.give(single, ['a'], later);
  expect((await taken.review.card(single, later)).reviewed?.right).toMatchObject({ answer: ['b'] });
});
