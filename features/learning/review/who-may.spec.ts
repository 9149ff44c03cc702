import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { enrollments, reviewCards, reviewLog } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { getLesson } from '@/features/learning/get-lesson';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { inDays, makeReviewed, reviewing } from '@/test/review';
import { rebuildReview } from './rebuild-review';

let db: Database;
let close: () => Promise<void>;
let course: Awaited<ReturnType<typeof makeReviewed>>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
  course = await makeReviewed(db);
});
afterAll(() => close());

const notFound = { name: 'NotFound' };
const withCard = async () => {
  const reviewer = await course.reviewer();
  await reviewer.answer('words', 'q-1', 'a');
  await reviewer.set({ on: 'yes' });
  const { next } = await reviewer.begin();
  return { ...reviewer, first: next ?? '' };
};
/** Everything that can be asked of a card by its id. */
const doors = (as: ReturnType<typeof reviewing>, id: string) => [
  () => as.card(id),
  () => as.give(id, ['b']),
  () => as.rate(id, 'easy'),
  () => as.aside(id, 'stop'),
];

describe('a card', () => {
  test('is there for nobody but its learner, like one that is not there at all', async () => {
    const { first, rows } = await withCard();
    const before = await rows();
    const others = [await course.reviewer(), await withCard(), { actor: course.owner, enrollmentId: '' }];
    for (const { actor } of others) {
      const as = reviewing(db, course.slug, actor, randomUUID());
      for (const door of [...doors(as, first), ...doors(as, randomUUID())])
        await expect(door()).rejects.toMatchObject(notFound);
    }
    expect(await rows()).toEqual(before);
  });

  test.each(['not-a-uuid', '', '../1', '%00'])('has no address like "%s"', async (id) => {
    for (const door of doors(await course.reviewer(), id))
      await expect(door()).rejects.toMatchObject({ name: 'InvalidInput' });
  });

  test('is shut with its course, and there again with it', async () => {
    const { first, screen, term, enrollmentId, rows, ...as } = await withCard();
    const before = await rows();
    const setState = (state: 'paused' | 'active' | 'withdrawn') =>
      db.update(enrollments).set({ state }).where(eq(enrollments.id, enrollmentId));
    const setEnd = (at: Date | null) =>
      db
        .update(enrollments)
        .set({ endsAt: at, endsZone: at && 'UTC' })
        .where(eq(enrollments.id, enrollmentId));
    for (const [shut, open] of [
      [() => setState('paused'), () => setState('active')],
      [() => setState('withdrawn'), () => setState('active')],
      [() => setEnd(inDays(-1)), () => setEnd(null)],
    ] as const) {
      await shut();
      expect(await screen()).toMatchObject({ learns: false, total: 0, due: 0 });
      for (const door of doors({ ...as, screen, term, rows }, first))
        await expect(door()).rejects.toMatchObject(notFound);
      await expect(term({ choose: 'digest' })).rejects.toMatchObject(notFound);
      await open();
      expect(await screen()).toMatchObject({ learns: true, due: 1 });
    }
    expect(await rows()).toEqual(before);
  });

  test('seen by somebody who looks at the learner’s pages is read and not written', async () => {
    const { first, actor, rows, enrollmentId } = await withCard();
    const before = await rows();
    const admin = await makeUser(db, { role: 'admin' });
    const viewed = { ...actor, viewedBy: { actor: admin, until: inDays(1) } };
    const as = reviewing(db, course.slug, viewed, enrollmentId);
    expect((await as.card(first)).state).toBe('asked');
    expect(await as.screen()).toMatchObject({ due: 1 });
    const writes = [
      ...doors(as, first).slice(1),
      as.begin,
      () => as.set({ on: 'no' }),
      () => as.term({ choose: 'digest' }),
    ];
    for (const write of writes) await expect(write()).rejects.toMatchObject({ code: 'viewing-only' });
    expect(await rows()).toEqual(before);
  });
});

test('without an account there is no review', async () => {
  const as = reviewing(db, course.slug, null as never, randomUUID());
  for (const door of [as.screen, as.count, as.begin, ...doors(as, randomUUID())])
    await expect(door()).rejects.toMatchObject({ name: 'NotSignedIn' });
});

test('a lesson says which of its words are chosen; of another learner, or without a ledger, it says nothing', async () => {
  const [reviewer, other] = [await course.reviewer(), await course.reviewer()];
  await reviewer.term({ choose: 'digest' });
  const at = { course: course.slug, lesson: 'words' };
  const glossary = async (actor: Actor) => (await perform(getLesson, at, { db, actor })).view.glossary;
  expect(await glossary(reviewer.actor)).toContain('name="stop" value="digest"');
  expect(await glossary(reviewer.actor)).toContain('name="choose" value="hash-function"');
  expect(await glossary(other.actor)).toContain('name="choose" value="digest"');
  expect(await glossary(course.owner)).not.toContain('<button');
});

describe('the log', () => {
  test('is never changed', async () => {
    const { first, give } = await withCard();
    await give(first, ['b']);
    await expect(db.update(reviewLog).set({ rating: 'easy' })).rejects.toThrow();
    await expect(db.delete(reviewLog)).rejects.toThrow();
  });

  test('makes the cards anew as they were', async () => {
    const { first, give, rate, begin, answer, enrollmentId, rows } = await withCard();
    await answer('words', 'q-2', 'a');
    let on = 0;
    for (const option of ['b', 'a', 'b', 'b']) {
      await give(first, [option], inDays(on));
      if (option === 'b') await rate(first, on % 2 === 0 ? 'hard' : 'easy', inDays(on));
      on += 400;
    }
    const { next } = await begin(inDays(on));
    await give(next ?? '', ['a'], inDays(on));
    const before = await rows();
    await db
      .update(reviewCards)
      .set({ stability: 99, difficulty: 9, reps: 77, lapses: 7, dueOn: sql`reviewed_on + 9` })
      .where(eq(reviewCards.enrollmentId, enrollmentId));
    expect(await rows()).not.toEqual(before);
    await perform(rebuildReview, { enrollmentId }, { db, actor: platform });
    expect(await rows()).toEqual(before);
  });
});
