import * as z from 'zod';
import { holdOpen, recordAnswer } from '@/db/queries/attempts';
import { compiledLesson } from '@/db/queries/editions';
import { isSelfEnrolled } from '@/rules/access';
import { mostHints } from '@/rules/assessment/hints';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { giveHint } from '../hints';
import { placeInAttempt } from './place';
import { answerGiven } from './save-answer';

/**
 * Gives the next hint to a question of an attempt under way, for the cost that was said before. A plain form brings
 * the answer as it stands along, which is kept as well: nothing chosen is lost over a hint.
 */
export const takeAttemptHint = operation({
  name: 'take-attempt-hint',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...answerGiven,
    answer: answerGiven.answer.optional(),
    revision: answerGiven.revision.optional(),
    hint: z.coerce.number().int().min(1).max(mostHints),
  }),
  subject: placeInAttempt,
  allow: isSelfEnrolled,
  async run({ db, input, subject: { attempt } }) {
    const { block: blockId, answer, revision, hint } = input;
    const confidence = attempt.rules.confidence ? input.confidence : null;
    if (!attempt.questions.includes(blockId) || attempt.rules.hints === 'off')
      throw new InvalidInput({ hint: 'There is no such hint to be taken now. Reload the page.' });
    // The attempt is not handed in until the hint is written down, so that its cost is never forgotten.
    if (!(await holdOpen(db, attempt.id))) throw new Refused('attempt-over');
    if (answer && revision)
      await recordAnswer(db, { attemptId: attempt.id, blockId, answer, confidence, revision });
    const { id: attemptId, enrollmentId, lessonId, editionId } = attempt;
    const lesson = await compiledLesson(db, editionId, lessonId);
    return giveHint(db, { enrollmentId, lessonId, attemptId, editionId }, { blockId, number: hint }, lesson);
  },
  audit: 'in-ledger',
});
