import type { Db } from '@/db/client';
import { answersOf, lockOpenAttempt, setSubmitted } from '@/db/queries/attempts';
import { lessonAnswerKeys } from '@/db/queries/editions';
import { verdictOn } from '@/kinds/questions/verdict';
import { isPassed } from '@/rules/assessment/quiz';
import { quizBlock } from '@/rules/editions/edition';
import { appendEvidence } from '../append-evidence';
import type { AttemptPlace } from './place';

/** Points are whole numbers, so that sums are exact. */
const whole = 1_000_000;

/**
 * Hands an attempt in: marks what is kept with the keys of its edition, and writes the result to the ledger.
 * Handed in already, perhaps by the clock in the same moment, it stays as it is. Of somebody who may not
 * learn any more, or whose edition has no such quiz any more, the attempt is marked, and the ledger stays as it is.
 * @param place loaded once the enrollment was locked
 * @returns whether it was handed in now
 */
export async function closeAttempt(db: Db, place: AttemptPlace, by: 'learner' | 'clock'): Promise<boolean> {
  const attempt = await lockOpenAttempt(db, place.attempt.id);
  if (!attempt) return false;
  const keys = (await lessonAnswerKeys(db, attempt.editionId, attempt.lessonId)) ?? {};
  const given = await answersOf(db, attempt.id);
  const answers = attempt.questions.flatMap((blockId) => {
    const [key, answer] = [keys[blockId], given.get(blockId)?.answer];
    if (!key || !answer) return [];
    return [{ blockId, earned: Math.round((verdictOn(key, answer)?.score ?? 0) * whole) }];
  });
  const result = {
    earned: answers.reduce((sum, { earned }) => sum + earned, 0),
    possible: attempt.questions.length * whole,
  };
  await setSubmitted(db, attempt.id, { by, ...result, answers });
  if (!place.mayLearn || !place.current) return true;
  await appendEvidence(db, place, [
    {
      blockId: quizBlock,
      kind: 'answered',
      correct: isPassed(attempt.rules, result),
      payload: { answer: [String(attempt.number)] },
      idempotencyKey: `attempt:${attempt.id}`,
    },
  ]);
  return true;
}
