import * as z from 'zod';
import { recordAnswer } from '@/db/queries/attempts';
import { answerInput } from '@/kinds/questions/verdict';
import { isSelfEnrolled } from '@/rules/access';
import { confidences } from '@/rules/assessment/confidence';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { attemptInput, placeInAttempt } from './place';

/** An answer to a question of an attempt as it arrives. An empty confidence is that of who does not say. */
export const answerGiven = {
  ...attemptInput,
  block: z.string().max(100),
  answer: answerInput,
  confidence: z
    .enum(['', ...confidences])
    .nullish()
    .transform((said) => said || null),
  revision: z.coerce.number().int().min(1).max(1_000_000),
};

/**
 * Keeps an answer of an attempt under way, unmarked. Sent twice it is kept once; one that arrives late and is
 * older than what is kept, from another device or a queue, changes nothing, and what is kept is answered.
 */
export const saveAnswer = operation({
  name: 'save-answer',
  kind: 'write',
  by: 'person',
  input: z.strictObject(answerGiven),
  subject: placeInAttempt,
  allow: isSelfEnrolled,
  async run({ db, input, subject: { attempt } }) {
    const { block: blockId, answer, revision } = input;
    // Where a quiz does not ask how sure they are, nothing is kept of it.
    const confidence = attempt.rules.confidence ? input.confidence : null;
    if (!attempt.questions.includes(blockId))
      throw new InvalidInput({ block: 'This attempt has no such question. Reload the page.' });
    const saved = await recordAnswer(db, { attemptId: attempt.id, blockId, answer, confidence, revision });
    if (!saved?.open) throw new Refused('attempt-over');
    const { kept } = saved;
    return {
      answer: kept?.answer ?? answer,
      ...(attempt.rules.confidence ? { confidence: kept?.confidence ?? null } : {}),
      revision: kept?.revision ?? revision,
      savedAt: (kept?.savedAt ?? new Date()).toISOString(),
      /** Whether what is kept is what was sent, and not something newer from elsewhere. */
      own:
        kept?.revision === revision &&
        kept.confidence === confidence &&
        JSON.stringify(kept.answer) === JSON.stringify(answer),
    };
  },
  audit: 'in-ledger',
});
