import * as z from 'zod';
import { recordAnswer } from '@/db/queries/attempts';
import { answerInput } from '@/kinds/questions/verdict';
import { isSelfEnrolled } from '@/rules/access';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { attemptInput, placeInAttempt } from './place';

/**
 * Keeps an answer of an attempt under way, unmarked. Sent twice it is kept once; one that arrives late and is
 * older than what is kept, from another device or a queue, changes nothing, and what is kept is answered.
 */
export const saveAnswer = operation({
  name: 'save-answer',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...attemptInput,
    block: z.string().max(100),
    answer: answerInput,
    revision: z.coerce.number().int().min(1).max(1_000_000),
  }),
  subject: placeInAttempt,
  allow: isSelfEnrolled,
  async run({ db, input, subject: { attempt } }) {
    const { block: blockId, answer, revision } = input;
    if (!attempt.questions.includes(blockId))
      throw new InvalidInput({ block: 'This attempt has no such question. Reload the page.' });
    const saved = await recordAnswer(db, { attemptId: attempt.id, blockId, answer, revision });
    if (!saved?.open) throw new Refused('attempt-over');
    const { kept } = saved;
    return {
      answer: kept?.answer ?? answer,
      revision: kept?.revision ?? revision,
      savedAt: (kept?.savedAt ?? new Date()).toISOString(),
      /** Whether what is kept is what was sent, and not something newer from elsewhere. */
      own: kept?.revision === revision && JSON.stringify(kept.answer) === JSON.stringify(answer),
    };
  },
  audit: 'in-ledger',
});
