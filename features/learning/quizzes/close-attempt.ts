import type { Db } from '@/db/client';
import { lockOpenAttempt, setSubmitted } from '@/db/queries/attempts';
import { correctionsOf } from '@/db/queries/grading';
import { setWaiting } from '@/db/queries/hand-marks';
import { releasedAtOnce } from '@/rules/assessment/quiz';
import { promiseFrom } from '@/rules/work/work';
import { givenIn, markerFor, tookOf } from '../grading/marks';
import { settleGrades } from '../grading/settle-grades';
import type { AttemptPlace } from './place';
import { recordHandedIn, recordResult } from './record-result';

/** By when what a person has to mark is marked. It is kept also where nothing waits: a correction can make it wait. */
function promiseOf({ attempt: { rules, dueAt }, edition, now }: AttemptPlace) {
  if (rules.turnaround === undefined) return null;
  const handedInAt = dueAt && dueAt < now ? dueAt : now;
  return promiseFrom({ turnaround: rules.turnaround }, handedInAt, edition.manifest.zone ?? 'UTC');
}

/**
 * Hands an attempt in: marks what is kept with the keys of its edition and the corrections that hold, brings the
 * grade along, and writes the result to the ledger, unless it waits for its release. What a person has to mark waits
 * for them, and until then the attempt came to nothing. Handed in already, perhaps by the clock in the same moment, it
 * stays as it is.
 * @param place loaded once the enrollment was locked
 * @returns whether it was handed in now
 */
export async function closeAttempt(db: Db, place: AttemptPlace, by: 'learner' | 'clock'): Promise<boolean> {
  const attempt = await lockOpenAttempt(db, place.attempt.id);
  if (!attempt) return false;
  const { enrollmentId, lessonId, questions } = attempt;
  const marker = await markerFor(db, attempt, await correctionsOf(db, place.courseId, lessonId));
  const given = await givenIn(db, attempt);
  const waits = marker.waits(questions, given);
  const isMarked = waits.length === 0;
  const raw = marker.raw(questions, given);
  const [earned, possible] = isMarked ? [raw.earned, raw.possible] : [null, null];
  const corrected = isMarked ? marker.corrected(questions, given) : null;
  const released = isMarked && releasedAtOnce(attempt.rules);
  const submittedAt = await setSubmitted(db, attempt.id, {
    by,
    toMark: waits.length,
    earned,
    possible,
    corrected,
    released,
    promise: promiseOf(place),
    hints: { taken: given.hintCount, took: tookOf(raw) },
    answers: raw.marks.flatMap(({ blockId, marked }) =>
      marked !== null && given.answers.has(blockId) && !waits.includes(blockId)
        ? [{ blockId, earned: marked }]
        : [],
    ),
  });
  if (!isMarked) {
    await setWaiting(db, [{ attemptId: attempt.id, waits }]);
    await recordHandedIn(db, place, attempt);
    return true;
  }
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
