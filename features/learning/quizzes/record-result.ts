import type { Db } from '@/db/client';
import type { AttemptRow } from '@/db/queries/attempts';
import { setRecorded } from '@/db/queries/grading';
import { isPassed } from '@/rules/assessment/quiz';
import { quizBlock } from '@/rules/editions/edition';
import { appendEvidence } from '../append-evidence';
import { outcomeOf } from '../grading/outcome';
import type { AttemptPlace } from './place';

/** Notes of an attempt for practice that waits for a grader that it was handed in, which is all that is asked there. */
export async function recordHandedIn(db: Db, place: AttemptPlace, attempt: AttemptRow): Promise<void> {
  if (attempt.rules.mode !== 'practice' || !place.mayLearn || !place.current) return;
  await appendEvidence(db, place, [
    {
      blockId: quizBlock,
      kind: 'answered',
      payload: { answer: [String(attempt.number)] },
      idempotencyKey: `attempt:${attempt.id}:handed-in`,
    },
  ]);
}

/**
 * Writes what an attempt came to into the ledger, once its learner may know. Of somebody who may not learn any
 * more, or whose edition has no such quiz any more, the ledger stays as it is. What was passed stays passed: a
 * later correction adds to the ledger, and takes nothing away.
 * @param place loaded once the enrollment was locked
 */
export async function recordResult(db: Db, place: AttemptPlace, attempt: AttemptRow): Promise<void> {
  await setRecorded(db, attempt.id);
  if (!place.mayLearn || !place.current) return;
  const passed = isPassed(attempt.rules, outcomeOf(attempt, place.edition.manifest.zone ?? 'UTC'));
  await appendEvidence(db, place, [
    {
      blockId: quizBlock,
      kind: 'answered',
      correct: passed,
      payload: { answer: [String(attempt.number)] },
      // Passed once it was corrected, it is evidence of its own.
      idempotencyKey: passed ? `attempt:${attempt.id}:passed` : `attempt:${attempt.id}`,
    },
  ]);
}
