import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { replaceDraftFiles } from '@/db/queries/drafts';
import { evidence } from '@/db/schema';
import { writtenSample } from '@/kinds/questions/written/sample';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeStudio, writtenCourse } from '@/test/editions';
import { answerQuestion } from './answer-question';
import { getLesson } from './get-lesson';
import { beginReview } from './review/begin-review';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

async function practice() {
  const studio = await makeStudio(db, {});
  const texts = writtenCourse(studio.slug, { before: ['a'] });
  const path = 'modules/1-first/1-before.md';
  texts.set(path, `${texts.get(path)}\n${writtenSample.replace('#q', '#q-why objective="1"')}\n`);
  await replaceDraftFiles(db, studio.courseId, texts, studio.owner.userId, randomUUID());
  await studio.publish();
  const { actor, enrollmentId } = await studio.learner();
  const at = { course: studio.slug, lesson: 'before' };
  return {
    actor,
    answer: (answer: string[], key: string = randomUUID()) =>
      perform(answerQuestion, { ...at, block: 'q-why', answer, key }, { db, actor }),
    lesson: () => perform(getLesson, at, { db, actor }),
    rows: () =>
      db
        .select({ correct: evidence.correct, payload: evidence.payload })
        .from(evidence)
        .where(eq(evidence.enrollmentId, enrollmentId))
        .orderBy(evidence.id),
  };
}

test('an answer that is too short is kept and not done; one of the asked length is done, and no verdict stands beside it', async () => {
  const { answer, lesson, rows } = await practice();
  expect(JSON.stringify(await lesson())).not.toContain('CANARY');
  expect(await answer(['Too short'])).toMatchObject({ progress: { done: [] } });
  const short = await lesson();
  expect(JSON.stringify(short)).not.toContain('CANARY');
  expect(short.given['q-why']).toMatchObject({ answer: ['Too short'], verdict: { byHand: { rubric: [] } } });
  expect(await answer(['This is long enough'])).toMatchObject({ progress: { done: ['q-why'] } });
  expect(JSON.stringify((await lesson()).given)).toContain('CANARY_model');
  // Nothing was wrong, and nothing was marked.
  expect((await rows()).map(({ correct }) => correct)).toEqual([null, true]);
});

test('what its writer says of it is kept with it, and garbage is refused', async () => {
  const { answer, lesson } = await practice();
  await answer(['This is long enough', '2', '']);
  expect((await lesson()).given['q-why']?.answer).toEqual(['This is long enough', '2', '']);
  for (const garbage of [[''], ['words', '9', ''], ['words', '1'], ['w'.repeat(20_001)], ['a\u0000b']])
    await expect(answer(garbage), JSON.stringify(garbage).slice(0, 20)).rejects.toThrow();
  const key = randomUUID();
  await answer(['The first is what counts', '', '1'], key);
  expect(await answer(['Another one under its key'], key)).toMatchObject({
    answer: ['The first is what counts', '', '1'],
  });
});

test('it is no card of the daily review', async () => {
  const { actor, answer } = await practice();
  await answer(['Too short']);
  expect(await perform(beginReview, {} as never, { db, actor }).catch(() => null)).not.toMatchObject({
    cards: expect.arrayContaining([expect.anything()]),
  });
});
