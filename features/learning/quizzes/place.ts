import * as z from 'zod';
import type { Db } from '@/db/client';
import { type AttemptRow, attemptByNumber, lockLearner } from '@/db/queries/attempts';
import { takeQuizTurn } from '@/db/queries/corrections';
import { editionById } from '@/db/queries/editions';
import { accommodationFor } from '@/db/queries/grading';
import type { Actor } from '@/rules/access';
import { type Accommodation, accommodated } from '@/rules/assessment/accommodations';
import type { QuizRules } from '@/rules/assessment/quiz';
import { localInstant } from '@/rules/authoring/schedule';
import { lessonsOf } from '@/rules/editions/edition';
import { type LessonPlace, lessonInput, placeInCourse, placeInLesson } from '../place';

/** An attempt by its number, which its address carries. */
export const attemptInput = { ...lessonInput, attempt: z.coerce.number().int().min(1).max(10_000) };

export type QuizPlace = LessonPlace & {
  /** The rules as they are for this person, and what was agreed with them. */
  rules: QuizRules;
  agreed: Accommodation | null;
};

/** The rules of a quiz as they are for somebody, with what was agreed with them. */
export async function quizRulesFor(
  db: Db,
  quiz: QuizRules,
  enrollmentId: string | null,
  lessonId: string,
): Promise<Pick<QuizPlace, 'rules' | 'agreed'>> {
  const agreed = enrollmentId === null ? null : await accommodationFor(db, enrollmentId, lessonId);
  return { rules: accommodated(quiz, agreed), agreed };
}

/** The place of a person in a lesson that is a quiz; null when it is none. */
async function placeInQuiz(
  db: Db,
  input: { course: string; lesson: string },
  actor: Pick<Actor, 'userId'>,
): Promise<QuizPlace | null> {
  const place = await placeInLesson(db, input, actor);
  const quiz = place?.outline.quiz;
  if (!place || !quiz) return null;
  return { ...place, ...(await quizRulesFor(db, quiz, place.enrollmentId, input.lesson)) };
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
  if (!outline?.quiz) return null;
  const own = await quizRulesFor(db, outline.quiz, enrollmentId, input.lesson);
  return { ...place, outline, ...own, attempt, current: now !== undefined };
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

/**
 * The place in an attempt, with the enrollment locked first, and a turn with the corrections of the quiz taken: none
 * is made or taken back until the transaction ends.
 */
export async function lockedInAttempt(
  db: Db,
  input: AttemptAddress,
  actor: Pick<Actor, 'userId'>,
): Promise<AttemptPlace | null> {
  await lockLearner(db, input.course, actor.userId);
  await takeQuizTurn(db, input.course, input.lesson, 'shared');
  return placeInAttempt(db, input, actor);
}

type Zoned = { edition: { manifest: { zone?: string } } };

/** When a quiz closes, as an instant; null when it does not. */
export const closingTime = ({ closes }: QuizRules, { edition }: Zoned): Date | null =>
  localInstant(closes, edition.manifest.zone ?? 'UTC');
