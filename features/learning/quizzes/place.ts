import * as z from 'zod';
import type { Db } from '@/db/client';
import { type AttemptRow, attemptByNumber, lockLearner } from '@/db/queries/attempts';
import { editionById } from '@/db/queries/editions';
import type { Actor } from '@/rules/access';
import type { QuizRules } from '@/rules/assessment/quiz';
import { instantOf } from '@/rules/authoring/schedule';
import { lessonsOf } from '@/rules/editions/edition';
import { type LessonPlace, lessonInput, placeInCourse, placeInLesson } from '../place';

/** An attempt by its number, which its address carries. */
export const attemptInput = { ...lessonInput, attempt: z.coerce.number().int().min(1).max(10_000) };

export type QuizPlace = LessonPlace & { rules: QuizRules };

/** The place of a person in a lesson that is a quiz; null when it is none. */
async function placeInQuiz(
  db: Db,
  input: { course: string; lesson: string },
  actor: Pick<Actor, 'userId'>,
): Promise<QuizPlace | null> {
  const place = await placeInLesson(db, input, actor);
  return place?.outline.quiz ? { ...place, rules: place.outline.quiz } : null;
}

export type AttemptPlace = QuizPlace & {
  attempt: AttemptRow;
  /** Whether the edition that the learner has now still has this quiz. */
  current: boolean;
};

type AttemptAddress = { course: string; lesson: string; attempt: number };

/**
 * The place of a person in one of their own attempts; null when they have none of this number. An attempt once
 * begun is reached until the end, also when a newer edition holds the lesson back or has no such quiz.
 */
export async function placeInAttempt(
  db: Db,
  input: AttemptAddress,
  actor: Pick<Actor, 'userId'>,
): Promise<AttemptPlace | null> {
  const place = await placeInCourse(db, input.course, actor, input.lesson);
  if (place?.enrollmentId == null) return null;
  const { enrollmentId, edition } = place;
  const attempt = await attemptByNumber(db, { enrollmentId, lessonId: input.lesson, number: input.attempt });
  const begun = attempt && (await editionById(db, attempt.editionId));
  if (!begun) return null;
  const quizIn = ({ manifest }: Pick<QuizPlace['edition'], 'manifest'>) =>
    lessonsOf(manifest).find(({ id, quiz }) => id === input.lesson && quiz);
  const now = quizIn(edition);
  const outline = now ?? quizIn(begun);
  return outline?.quiz
    ? { ...place, outline, rules: outline.quiz, attempt, current: now !== undefined }
    : null;
}

/** The place in a quiz, with the enrollment locked first: what is judged then stays so until it is written. */
export async function lockedInQuiz(
  db: Db,
  input: { course: string; lesson: string },
  actor: Pick<Actor, 'userId'>,
): Promise<QuizPlace | null> {
  await lockLearner(db, input.course, actor.userId);
  return placeInQuiz(db, input, actor);
}

/** The place in an attempt, with the enrollment locked first. */
export async function lockedInAttempt(
  db: Db,
  input: AttemptAddress,
  actor: Pick<Actor, 'userId'>,
): Promise<AttemptPlace | null> {
  await lockLearner(db, input.course, actor.userId);
  return placeInAttempt(db, input, actor);
}

/** When a quiz closes, as an instant; null when it does not. */
export function closingTime({ closes }: QuizRules, { edition }: Pick<QuizPlace, 'edition'>): Date | null {
  const [day = '', time = ''] = closes?.split(' ') ?? [];
  return closes ? instantOf(day, time, edition.manifest.zone ?? 'UTC') : null;
}
