import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { peersDue } from '@/db/queries/peers';
import { enrollments, peerReviews, submissions, users } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeWork } from '@/test/work';
import { listWorkQueue } from '../work/list-work-queue';
import { putBackWork } from '../work/put-back-work';
import { reopenGrading } from '../work/reopen-grading';
import { answerDispute } from './answer-dispute';
import { askReview } from './ask-review';
import { disputeReview } from './dispute-review';
import { getMyReviews } from './get-my-reviews';
import { getPeerResult } from './get-peer-result';
import { getReviewing } from './get-reviewing';
import { giveReview } from './give-review';
import { listDisputes } from './list-disputes';
import { markReview } from './mark-review';
import { scoreSample } from './score-sample';
import { settlePeers } from './settle-peers';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const notFound = { name: 'NotFound' };
const best = { claim: 2, evidence: 1 };
const none = { claim: 0, evidence: 0 };
const plain = 'peers: { reviews: 2, least: 2 }';
const sampled =
  'peers: { reviews: 2, least: 1, samples: [{ text: CANARY_SAMPLE text, scores: { claim: 2, evidence: 0 } }] }';

/** Work that peers review, with so many who handed in, and what each does. */
async function reviewed(rules: string[], count: number) {
  const work = await makeWork(db, rules);
  const { at } = work;
  const people = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const writer = await work.writer();
      const submission = await writer.submit(`Words of person CANARY_TEXT_${index}.`);
      const { actor } = writer;
      const given = { scores: best, comments: { claim: 'Clear', evidence: 'Carries' } };
      const room = () => perform(getReviewing, at, { db, actor });
      return {
        ...writer,
        submission,
        room,
        ask: () => perform(askReview, at, { db, actor }),
        sample: (scores: Record<string, number>) =>
          perform(scoreSample, { ...at, sample: 0, scores }, { db, actor }),
        give: async (more: object = {}) => {
          const review = (await room()).held?.id ?? '';
          return perform(giveReview, { ...at, review, deed: 'give', ...given, ...more }, { db, actor });
        },
        reviews: () => perform(getMyReviews, { ...at, number: 1 }, { db, actor }),
      };
    }),
  );
  const [a, b, c] = people;
  if (!a || !b) throw new Error('nobody wrote');
  return { ...work, people, a, b, c: c ?? b, grader: await work.staff('grader') };
}

describe('reviews are given out', () => {
  test('evenly, under twelve asks at once: nobody gets their own, nobody the same twice', async () => {
    const { people } = await reviewed(['peers: { reviews: 3, least: 2 }'], 6);
    await Promise.all([...people, ...people].map(({ ask }) => ask()));
    const rows = () =>
      db
        .select()
        .from(peerReviews)
        .where(sql`writer_id = any(${sql.param(people.map((one) => one.enrollmentId))}::uuid[])`);
    const first = await rows();
    expect(first).toHaveLength(6);
    expect(first.some(({ writerId, reviewerId }) => writerId === reviewerId)).toBe(false);
    await Promise.all(people.map(({ give }) => give()));
    await Promise.all(people.map(({ ask }) => ask()));
    const both = await rows();
    const counts = people.map(
      ({ submission }) => both.filter((row) => row.submissionId === submission).length,
    );
    expect(counts.reduce((sum, one) => sum + one)).toBe(12);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
    expect(new Set(both.map((row) => `${row.submissionId} ${row.reviewerId}`)).size).toBe(12);
  });

  test('never one’s own, nor twice the same, also by the database', async () => {
    const { a, b } = await reviewed([plain], 2);
    const claimedUntil = new Date();
    const insert = (reviewerId: string, writerId = a.enrollmentId) =>
      db.insert(peerReviews).values({ submissionId: a.submission, writerId, reviewerId, claimedUntil });
    const refusedBy = (constraint_name: string) => ({ cause: { constraint_name } });
    await expect(insert(a.enrollmentId)).rejects.toMatchObject(refusedBy('peer_reviews_not_own'));
    await expect(insert(a.enrollmentId, b.enrollmentId)).rejects.toMatchObject(
      refusedBy('peer_reviews_submission_fk'),
    );
    await insert(b.enrollmentId);
    await expect(insert(b.enrollmentId)).rejects.toMatchObject(refusedBy('peer_reviews_key'));
  });

  test('to nobody who has handed nothing in, and to who is alone none, who is told so', async () => {
    const { a, slug, writer, at } = await reviewed([plain], 1 + 1);
    const other = await writer();
    await expect(perform(askReview, at, { db, actor: other.actor })).rejects.toMatchObject(notFound);
    await expect(perform(getReviewing, at, { db, actor: other.actor })).rejects.toMatchObject(notFound);
    expect(await a.ask()).toEqual({ given: true });
    await a.give();
    expect(await a.ask()).toEqual({ given: false });
    expect(slug).toBe(at.course);
  });

  test('nothing of who has left the course, who reviews nothing any more', async () => {
    const { a, b } = await reviewed([plain], 2);
    await db.update(enrollments).set({ state: 'withdrawn' }).where(eq(enrollments.id, b.enrollmentId));
    expect(await a.ask()).toEqual({ given: false });
    await expect(b.ask()).rejects.toMatchObject(notFound);
  });

  test('anew once they have lapsed, and what was begun is still there', async () => {
    const { a, b, c } = await reviewed([plain], 3);
    await a.ask();
    await a.give({ deed: 'keep', scores: { claim: 1 }, comments: { claim: 'Begun' } });
    const lapsed = await a.room();
    await db
      .update(peerReviews)
      .set({ claimedUntil: sql`now() - interval '1 hour'` })
      .where(eq(peerReviews.id, lapsed.held?.id ?? ''));
    expect(await a.room()).toMatchObject({ held: null, state: 'may-take' });
    for (const one of [b, c]) expect(await one.ask()).toEqual({ given: true });
    await a.ask();
    expect((await a.room()).held).toMatchObject({ id: lapsed.held?.id, comments: { claim: 'Begun' } });
  });
});

test('samples come first, say how near one came, and weigh what follows; their scores are not seen before', async () => {
  const { a, b, at } = await reviewed([sampled], 2);
  await expect(a.ask()).rejects.toMatchObject({ code: 'samples-first' });
  const before = await a.room();
  expect(before).toMatchObject({ state: 'samples', sample: { number: 0 }, scored: [], weight: null });
  expect(JSON.stringify(before)).not.toContain('"author"');
  expect(JSON.stringify(await a.lesson())).not.toContain('CANARY_SAMPLE');
  await expect(a.sample({ claim: 1 })).rejects.toMatchObject({
    fields: { 'level-evidence': expect.any(String) },
  });
  await a.sample({ claim: 2, evidence: 0 });
  await a.sample(none);
  expect(await a.room()).toMatchObject({
    state: 'may-take',
    weight: 1_000_000,
    scored: [{ own: { claim: 2, evidence: 0 }, author: { claim: 2, evidence: 0 } }],
  });
  await b.sample({ claim: 0, evidence: 0 });
  expect(await b.room()).toMatchObject({ weight: 0 });
  await b.ask();
  await b.give();
  const [row] = await db.select().from(peerReviews).where(eq(peerReviews.reviewerId, b.enrollmentId));
  expect(row).toMatchObject({ weight: 0, finishedAt: expect.any(Date) });
  expect(at.lesson).toBe('essay');
});

test('a review has a level and words of every criterion, is given once, and by nobody else', async () => {
  const { a, b, at } = await reviewed([plain], 2);
  await a.ask();
  const { held } = await a.room();
  await expect(a.give({ scores: { claim: 1 }, comments: { evidence: 'x' } })).rejects.toMatchObject({
    fields: { 'level-evidence': expect.any(String), 'comment-claim': expect.any(String) },
  });
  const given = {
    ...at,
    review: held?.id ?? '',
    deed: 'give' as const,
    scores: best,
    comments: { claim: 'x', evidence: 'y' },
  };
  await expect(perform(giveReview, given, { db, actor: b.actor })).rejects.toMatchObject(notFound);
  await a.give();
  await expect(perform(giveReview, given, { db, actor: a.actor })).rejects.toMatchObject({
    code: 'review-given',
  });
});

test('no name goes either way, and a review is seen once the result is: then it is marked, disputed and answered', async () => {
  const { a, b, slug, at, grader, grading, staff } = await reviewed(['peers: { reviews: 1, least: 1 }'], 2);
  for (const { actor, submission } of [a, b])
    await db
      .update(users)
      .set({ name: `CANARY_NAME_${submission}` })
      .where(eq(users.id, actor.userId));
  await b.ask();
  const room = JSON.stringify(await b.room());
  expect(room).toContain('CANARY_TEXT_0');
  await b.give({ comments: { claim: 'CANARY_REVIEW', evidence: 'y' } });
  expect(await a.reviews()).toMatchObject({ reviews: [] });
  expect(JSON.stringify([await a.lesson(), await a.get()])).not.toContain('CANARY_REVIEW');
  const result = await perform(
    getPeerResult,
    { course: slug, submission: a.submission },
    { db, actor: grader },
  );
  expect(result).toMatchObject({ comesTo: best, reviews: [{ weight: 1_000_000 }] });
  await grading(grader).claim(a.submission);
  await grading(grader).finish(a.submission, best);
  const { reviews } = await a.reviews();
  expect(reviews).toMatchObject([{ comments: { claim: 'CANARY_REVIEW' }, helpful: null, disputed: false }]);
  const told = [room, JSON.stringify(reviews), JSON.stringify(result)].join();
  for (const { actor, enrollmentId } of [a, b])
    for (const secret of ['CANARY_NAME', actor.userId, actor.email, enrollmentId])
      expect(told).not.toContain(secret);
  expect(JSON.stringify(reviews)).not.toContain('weight');

  const review = reviews[0]?.id ?? '';
  const mark = (actor: Actor) => perform(markReview, { ...at, review, helpful: 'yes' }, { db, actor });
  const dispute = (actor: Actor, text = 'Look at it') =>
    perform(disputeReview, { ...at, review, dispute: text }, { db, actor });
  for (const actor of [b.actor, grader]) {
    await expect(mark(actor)).rejects.toMatchObject(notFound);
    await expect(dispute(actor)).rejects.toMatchObject(notFound);
  }
  await mark(a.actor);
  await expect(dispute(a.actor, ' ')).rejects.toMatchObject({ fields: { dispute: expect.any(String) } });
  await dispute(a.actor);
  await expect(dispute(a.actor)).rejects.toMatchObject({ code: 'review-disputed' });
  const disputes = (actor: Actor) => perform(listDisputes, { course: slug }, { db, actor });
  expect(await disputes(grader)).toMatchObject({ works: [{ id: a.submission, count: 1 }] });
  const answer = (actor: Actor) =>
    perform(answerDispute, { course: slug, review, answer: 'It stands.' }, { db, actor });
  for (const actor of [await staff('editor'), a.actor, b.actor]) {
    await expect(answer(actor)).rejects.toMatchObject(notFound);
    await expect(disputes(actor)).rejects.toMatchObject(notFound);
    await expect(
      perform(getPeerResult, { course: slug, submission: a.submission }, { db, actor }),
    ).rejects.toMatchObject(notFound);
  }
  await answer(grader);
  await expect(answer(grader)).rejects.toMatchObject({ code: 'review-answered' });
  expect((await a.reviews()).reviews).toMatchObject([{ helpful: true, answer: 'It stands.' }]);
  expect(await disputes(grader)).toEqual({ works: [] });
});

/** What the job does. */
const settle = async () => {
  for (const submission of await peersDue(db, 100, []))
    await perform(settlePeers, { submission }, { db, actor: platform });
};

test('where they count they are the grade once they are enough; too few stay with the grader', async () => {
  const { people, a, slug, grader, grading } = await reviewed(
    ['peers: { reviews: 2, least: 2, counts: true }'],
    3,
  );
  const queue = () =>
    perform(listWorkQueue, { course: slug, state: 'waiting', page: 1 }, { db, actor: grader });
  expect((await queue()).rows.map(({ stage }) => stage)).toEqual(['peers', 'peers', 'peers']);
  expect(await grading(grader).claim()).toEqual({ submission: null });
  for (const { ask, give } of people) {
    await ask();
    await give();
  }
  await settle();
  expect(await a.grade()).toBeNull();
  for (const { ask, give } of people.slice(0, 2)) {
    await ask();
    await give();
  }
  await settle();
  const graded = await Promise.all(people.map(({ grade }) => grade()));
  expect(graded.filter(Boolean)).toHaveLength(2);
  expect(graded.find(Boolean)).toMatchObject({ final: 1_000_000 });
  const [alone] = people.filter((_, index) => graded[index] === null);
  await db
    .update(submissions)
    .set({ escalateAt: sql`now() - interval '1 minute'` })
    .where(eq(submissions.id, alone?.submission ?? ''));
  await settle();
  expect(await alone?.grade()).toBeNull();
  expect((await queue()).rows).toMatchObject([{ stage: null }]);
  expect(await grading(grader).claim()).toEqual({ submission: alone?.submission });
  const read = await people.find((_, index) => graded[index] !== null)?.reviews();
  expect(read).toMatchObject({ counted: expect.stringMatching(/No grader gave it/) });
  expect(read?.reviews).toHaveLength(2);
});

test('a grade by peers that an owner opens again is a person’s from then on', async () => {
  const { a, b, slug, grader, owner, grading } = await reviewed(
    ['peers: { reviews: 1, least: 1, counts: true }'],
    2,
  );
  await b.ask();
  await b.give();
  await settle();
  expect(await a.get()).toMatchObject({ result: { percent: 100 }, comments: [] });
  expect(await grading(grader).get(a.submission)).toMatchObject({
    state: 'graded',
    grader: null,
    comments: [],
    mayReopen: false,
  });
  const at = { course: slug, submission: a.submission };
  const again = { ...at, reason: 'Its peers overlooked a source.', address: 'https://school.example' };
  await expect(perform(reopenGrading, again, { db, actor: grader })).rejects.toMatchObject(notFound);
  await perform(reopenGrading, again, { db, actor: owner });
  expect(await grading(owner).get(a.submission)).toMatchObject({ state: 'mine', scores: best });
  expect(await a.get()).toMatchObject({ result: null });
  expect((await a.reviews()).reviews).toEqual([]);
  await perform(putBackWork, at, { db, actor: owner });
  await settle();
  await perform(settlePeers, { submission: a.submission }, { db, actor: platform });
  expect(await grading(grader).get(a.submission)).toMatchObject({ state: 'free' });
  await grading(grader).claim(a.submission);
  await grading(grader).finish(a.submission, { claim: 1, evidence: 0 });
  expect(await a.get()).toMatchObject({ result: { percent: 25 } });
  expect(await a.reviews()).toMatchObject({ counted: null, reviews: [{ scores: best }] });
});
