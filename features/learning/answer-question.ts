import * as z from 'zod';
import { lessonAnswerKeys } from '@/db/queries/editions';
import { evidenceByKey } from '@/db/queries/learning';
import { answerInput, practised, unansweredOf } from '@/kinds/questions/verdict';
import { isSelfEnrolled } from '@/rules/access';
import { InvalidInput, operation } from '@/server/operation';
import { appendEvidence, lessonProgressOf } from './append-evidence';
import { enrollmentOf, lessonInput, placeInLesson } from './place';

/**
 * Marks an answer and records it. `key` is made where the answer is given: the same answer sent twice
 * is one attempt, and its first verdict is what the second sending gets.
 */
export const answerQuestion = operation({
  name: 'answer-question',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...lessonInput,
    block: z.string().max(100),
    answer: answerInput,
    key: z.uuid(),
  }),
  subject: placeInLesson,
  allow: isSelfEnrolled,
  async run({ db, input, subject: place }) {
    const keys = await lessonAnswerKeys(db, place.editionId, place.outline.id);
    // The questions of a quiz are answered in an attempt and nowhere else.
    const known = keys !== null && !place.outline.quiz && Object.hasOwn(keys, input.block);
    const key = known ? keys[input.block] : undefined;
    if (!key) throw new InvalidInput({ block: 'This lesson has no such question. Reload the page.' });

    const idempotencyKey = `answered:${place.outline.id}:${input.block}:${input.key}`;
    const verdict = practised(key, input.answer);
    if (!verdict) throw new InvalidInput({ answer: unansweredOf(key) });
    const { progress, added } = await appendEvidence(db, place, [
      {
        blockId: input.block,
        kind: 'answered',
        // What nobody marks is done or not yet, and never wrong.
        correct: verdict.byHand ? verdict.correct || undefined : verdict.correct,
        payload: { answer: input.answer },
        idempotencyKey,
      },
    ]);
    if (added.length > 0) return { verdict, answer: input.answer, progress };

    // This key was sent before, perhaps a moment ago from another tab: what was recorded then is what counts.
    const first = await evidenceByKey(db, enrollmentOf(place), idempotencyKey);
    const answer = first?.payload?.answer ?? input.answer;
    const done = [...progress.done, ...(first?.correct ? [input.block] : [])];
    return {
      verdict: practised(key, answer) ?? verdict,
      answer,
      progress: lessonProgressOf(place, done),
    };
  },
  audit: 'in-ledger',
});
