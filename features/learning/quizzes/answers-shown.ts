import type { Db } from '@/db/client';
import { attemptsOf } from '@/db/queries/attempts';
import { correctionsOf } from '@/db/queries/grading';
import { holdsFor } from '@/rules/assessment/corrections';
import { reviewOf } from '@/rules/assessment/quiz';
import { closingTime, type QuizPlace } from './place';
import { type QuizStanding, quizStanding } from './standing';

/** What may be seen now of attempts that were handed in. */
export function seenOf(
  place: Pick<QuizPlace, 'rules' | 'now' | 'edition'>,
  { attempts, open }: QuizStanding,
) {
  const closesAt = closingTime(place.rules, place);
  return reviewOf(place.rules, {
    taken: attempts.length,
    underWay: open !== null,
    passed: attempts.some(({ passed }) => passed),
    closed: closesAt !== null && place.now >= closesAt,
  });
}

/**
 * The questions of a quiz whose answers the learner may see now: asked in attempts whose result they see. Not one
 * that was put right afterwards, until an edition has it mended: its key speaks of what was thought right before.
 */
export async function answersShown(db: Db, place: QuizPlace): Promise<Set<string>> {
  const standing = await quizStanding(db, { ...place, questionCount: 0 });
  if (place.enrollmentId === null || seenOf(place, standing) !== 'answers') return new Set();
  const rows = await attemptsOf(db, place.enrollmentId, place.outline.id);
  const shown = rows.filter(({ submittedAt, releasedAt }) => submittedAt !== null && releasedAt !== null);
  const corrections = await correctionsOf(db, place.courseId, place.outline.id);
  const corrected = corrections.filter((one) => holdsFor(one, place.edition.number));
  const wrong = new Set(corrected.map(({ blockId }) => blockId));
  return new Set(shown.flatMap(({ questions }) => questions.filter((id) => !wrong.has(id))));
}
