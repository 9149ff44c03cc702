import type { Db } from '@/db/client';
import { lockOpenAttempt, setSubmitted } from '@/db/queries/attempts';
import { correctionsOf } from '@/db/queries/grading';
import { releasedAtOnce } from '@/rules/assessment/quiz';
import { givenIn, markerFor } from '../grading/marks';
import { settleGrades } from '../grading/settle-grades';
import type { AttemptPlace } from './place';
import { recordResult } from './record-result';

/**
 * Hands an attempt in: marks what is kept with the keys of its edition and the corrections that hold, brings the
 * grade along, and writes the result to the ledger, unless it waits for its release. Handed in already, perhaps
 * by the clock in the same moment, it stays as it is.
 * @param place loaded once the enrollment was locked
 * @returns whether it was handed in now
 */
export async function closeAttempt(db: Db, place: AttemptPlace, by: 'learner' | 'clock'): Promise<boolean> {
  const attempt = await lockOpenAttempt(db, place.attempt.id);
  if (!attempt) return false;
  const { enrollmentId, lessonId, questions } = attempt;
  const marker = await markerFor(db, attempt, await correctionsOf(db, place.courseId, lessonId));
  const given = await givenIn(db, attempt);
  const { marks, earned, possible } = marker.raw(questions, given);
  const corrected = marker.corrected(questions, given);
  const released = releasedAtOnce(attempt.rules);
  const submittedAt = await setSubmitted(db, attempt.id, {
    by,
    earned,
    possible,
    corrected,
    released,
    hints: {
      taken: given.hintCount,
      took: marks.reduce((sum, mark) => sum + (mark.marked ?? 0) - (mark.earned ?? 0), 0),
    },
    answers: marks.flatMap(({ blockId, marked }) =>
      marked !== null && given.answers.has(blockId) ? [{ blockId, earned: marked }] : [],
    ),
  });
  await settleGrades(db, { enrollmentIds: [enrollmentId], lessonId }, { action: 'marked', actorId: null });
  if (released)
    await recordResult(db, place, {
      ...attempt,
      submittedAt,
      earned,
      possible,
      correctedEarned: corrected?.earned ?? null,
      correctedPossible: corrected?.possible ?? null,
    });
  return true;
}
