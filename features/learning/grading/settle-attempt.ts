import type { Db } from '@/db/client';
import { type AttemptRow, lockHandedIn } from '@/db/queries/attempts';
import { correctionsOf, type GradeDeed } from '@/db/queries/grading';
import { setMarked } from '@/db/queries/hand-marks';
import { releasedAtOnce } from '@/rules/assessment/quiz';
import { noteKnown } from '../corrections/note-known';
import { givenIn, markerFor, tookOf } from './marks';
import { settleGrades } from './settle-grades';

/**
 * Brings an attempt to what persons have marked of it. As long as something waits for one, it came to nothing yet; with
 * the last of it there is a result, a grade, and perhaps something for its learner to see.
 * @returns the attempt as it is now.
 */
export async function settleAttempt(
  db: Db,
  { attemptId, courseId }: { attemptId: string; courseId: string },
  deed: GradeDeed,
): Promise<AttemptRow> {
  const attempt = await lockHandedIn(db, attemptId);
  const { enrollmentId, lessonId, questions, rules } = attempt;
  const marker = await markerFor(db, attempt, await correctionsOf(db, courseId, lessonId));
  const given = await givenIn(db, attempt);
  const toMark = marker.waits(questions, given).length;
  const done = toMark === 0;
  const raw = done ? marker.raw(questions, given) : null;
  await setMarked(db, attemptId, {
    toMark,
    earned: raw?.earned ?? null,
    possible: raw?.possible ?? null,
    corrected: done ? marker.corrected(questions, given) : null,
    hintsTook: raw ? tookOf(raw) : attempt.hintsTook,
    released: releasedAtOnce(rules),
  });
  if (done) {
    const changes = await settleGrades(db, { enrollmentIds: [enrollmentId], lessonId }, deed);
    await noteKnown(db, lessonId, changes);
  }
  return lockHandedIn(db, attemptId);
}
