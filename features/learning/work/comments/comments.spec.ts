import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { gradings, workComments } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { mostComments } from '@/rules/work/comments';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { makeWork } from '@/test/work';
import { putBackWork } from '../put-back-work';
import { putComment } from './put-comment';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const text = 'The first claim.\n\nThe second claim.';
const best = { claim: 2, evidence: 1 };

/** A text that a grader has taken, and what can be said to it. */
async function taken(rules: string[] = []) {
  const work = await makeWork(db, rules);
  const grader = await work.staff('grader');
  const writer = await work.writer();
  const submission = await writer.submit(text);
  const own = work.grading(grader);
  await own.claim(submission);
  const put = (comment: Record<string, unknown>, actor: Actor = grader, id: string = randomUUID()) =>
    perform(putComment, { course: work.slug, submission, id, ...comment }, { db, actor });
  const said = async () => (await own.get(submission)).comments.map(({ says }) => says);
  return { ...work, ...own, grader, writer, submission, put, said };
}

describe('a comment on words', () => {
  test('is kept with its place and its words, changed, deleted and brought back', async () => {
    const { put, said, get, submission, grader } = await taken();
    const id = randomUUID();
    expect(await put({ from: 3, to: 10, says: ' Which? ' }, grader, id)).toMatchObject({
      comment: { id, from: 4, to: 9, quote: 'first', says: 'Which?' },
    });
    await put({ paragraph: '2', words: 'second claim', says: 'Whose?' });
    expect((await get(submission)).comments).toMatchObject([
      { quote: 'first', says: 'Which?' },
      { quote: 'second claim', from: text.indexOf('second claim'), says: 'Whose?' },
    ]);
    // Sent again, as after an answer that was lost, it is the same one; its place stays.
    await put({ from: 0, to: 3, says: 'Which one?' }, grader, id);
    expect((await get(submission)).comments).toMatchObject([
      { quote: 'first', says: 'Which one?' },
      { quote: 'second claim' },
    ]);
    await put({ deleted: true }, grader, id);
    expect(await said()).toEqual(['Whose?']);
    await put({}, grader, id);
    expect(await said()).toEqual(['Which one?', 'Whose?']);
  });

  test('has words, and a place in the text, or it is said what is wrong with it', async () => {
    const { put } = await taken();
    const wrong = async (comment: Record<string, unknown>) =>
      Object.keys(
        await put(comment).then(
          () => ({}),
          ({ fields }) => fields,
        ),
      );
    expect(await wrong({ from: 0, to: 3, says: '  ' })).toEqual(['says']);
    expect(await wrong({ from: 0, to: 3, says: 'a'.repeat(2_001) })).toEqual(['says']);
    expect(await wrong({ from: 0, to: 3, says: 'a\u0000' })).toEqual(['says']);
    expect(await wrong({ from: 0, to: 4_000, says: 'Which?' })).toEqual(['from']);
    expect(await wrong({ from: 16, to: 18, says: 'Which?' })).toEqual(['from']);
    expect(await wrong({ paragraph: 3, says: 'Which?' })).toEqual(['paragraph']);
    expect(await wrong({ says: 'Which?' })).toEqual(['paragraph']);
    expect(await wrong({ paragraph: 1, words: 'second', says: 'Which?' })).toEqual(['words']);
    await expect(put({ deleted: true })).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('is one of a hundred at the most, however many come at once', async () => {
    const { put, submission, grader, said } = await taken();
    const many = Array.from({ length: mostComments - 1 }, () => ({
      id: randomUUID(),
      submissionId: submission,
      graderId: grader.userId,
      from: 0,
      to: 3,
      quote: 'The',
      says: 'So?',
    }));
    await db.insert(workComments).values(many);
    const put5 = await Promise.allSettled([1, 2, 3, 4, 5].map(() => put({ from: 0, to: 3, says: 'More' })));
    expect(put5.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(put5.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { code: 'too-many-comments' },
    });
    expect(await said()).toHaveLength(mostComments);
  });
});

describe('comments are of who grades', () => {
  test('and once it is another’s, neither written nor shown; put back and taken again they are there', async () => {
    const { put, staff, grading, submission, grader, slug, claim, said } = await taken();
    await put({ from: 0, to: 3, says: 'CANARY_FIRST' });
    const other = await staff('owner');
    await expect(put({ from: 0, to: 3, says: 'Mine too' }, other)).rejects.toMatchObject({
      code: 'work-taken',
    });
    expect(JSON.stringify(await grading(other).get(submission))).not.toContain('CANARY_FIRST');
    await perform(putBackWork, { course: slug, submission }, { db, actor: grader });
    await expect(put({ from: 0, to: 3, says: 'Late' })).rejects.toMatchObject({ code: 'work-taken' });
    await claim(submission);
    expect(await said()).toEqual(['CANARY_FIRST']);
    await db
      .update(gradings)
      .set({ claimedUntil: sql`now() - interval '1 second'` })
      .where(eq(gradings.submissionId, submission));
    await grading(other).claim(submission);
    await expect(put({ from: 0, to: 3, says: 'Late' })).rejects.toMatchObject({ code: 'work-taken' });
    expect((await grading(other).get(submission)).comments).toEqual([]);
    await grading(other).finish(submission, best);
    await expect(put({ from: 0, to: 3, says: 'Later' })).rejects.toMatchObject({ code: 'work-graded' });
    await expect(put({ from: 0, to: 3, says: 'Later' }, other)).rejects.toMatchObject({
      code: 'work-graded',
    });
  });

  test('who needs to be allowed to grade: others find nothing, nor does an id lead to a comment elsewhere', async () => {
    const { put, staff, writer, grader } = await taken();
    const { comment } = await put({ from: 0, to: 3, says: 'Which?' });
    for (const actor of [await staff('editor'), writer.actor, await makeUser(db)])
      await expect(put({ says: 'Mine' }, actor, comment.id)).rejects.toMatchObject({ name: 'NotFound' });
    const elsewhere = await taken();
    await expect(
      elsewhere.put({ from: 0, to: 3, says: 'Mine' }, elsewhere.grader, comment.id),
    ).rejects.toMatchObject({ name: 'NotFound' });
    await expect(elsewhere.put({ says: 'Mine' }, grader)).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('and its learner reads them once the grade is released, not before', async () => {
    const { put, finish, submission, writer } = await taken(['release: by-hand']);
    await put({ paragraph: 1, words: 'claim', says: 'CANARY_COMMENT' });
    const { comment: gone } = await put({ paragraph: 2, says: 'CANARY_DELETED' });
    await put({ deleted: true }, undefined, gone.id);
    const seen = async () => JSON.stringify([await writer.get(), await writer.lesson()]);
    expect(await seen()).not.toContain('CANARY');
    await finish(submission, best);
    expect(await seen()).not.toContain('CANARY');
    await writer.change({ releasedAt: new Date() });
    expect((await writer.get()).comments).toMatchObject([{ quote: 'claim', says: 'CANARY_COMMENT' }]);
    expect(await seen()).not.toContain('CANARY_DELETED');
  });
});
