import type { Db } from '@/db/client';
import { workBlock } from '@/rules/editions/edition';
import { appendEvidence } from '../append-evidence';
import { isWorkPassed, outcomesOfWork } from './outcome';
import { takenIn, type WorkPlace } from './place';

/**
 * Writes into the ledger that work was handed in or, where it has to be passed, what the learner knows that it came
 * to. Of somebody who may not learn any more the ledger stays as it is; what was passed stays passed.
 * @param place loaded once the enrollment was locked
 */
export async function recordWork(db: Db, place: WorkPlace): Promise<void> {
  const latest = takenIn(place).at(-1);
  if (!place.mayLearn || !latest) return;
  const answer = [String(latest.number)];
  const entry = { blockId: workBlock, kind: 'answered' as const, payload: { answer } };
  if (place.rules.pass === undefined) {
    await appendEvidence(db, place, [{ ...entry, correct: true, idempotencyKey: `work:${latest.id}` }]);
    return;
  }
  const { counted, outcomes } = outcomesOfWork(place.versions, ({ releasedAt }) => releasedAt !== null);
  if (counted.length === 0) return;
  const passed = counted.some((version, index) => {
    const outcome = outcomes[index];
    return outcome !== undefined && isWorkPassed(version, outcome);
  });
  const result = counted.at(-1);
  await appendEvidence(db, place, [
    { ...entry, correct: passed, idempotencyKey: `work:${result?.id}:${passed ? 'passed' : 'graded'}` },
  ]);
}
