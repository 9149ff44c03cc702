import * as z from 'zod';
import type { Db } from '@/db/client';
import { type AttemptRow, attemptByNumber } from '@/db/queries/attempts';
import type { Actor } from '@/rules/access';
import type { QuizRules } from '@/rules/assessment/quiz';
import { instantOf } from '@/rules/authoring/schedule';
import { type LessonPlace, lessonInput, placeInLesson } from '../place';

/** An attempt by its number, which its address carries. */
export const attemptInput = { ...lessonInput, attempt: z.coerce.number().int().min(1).max(10_000) };

export type QuizPlace = LessonPlace & { rules: QuizRules };

/** The place of a person in a lesson that is a quiz; null when it is none. */
export async function placeInQuiz(
  db: Db,
  input: { course: string; lesson: string },
  actor: Pick<Actor, 'userId'>,
): Promise<QuizPlace | null> {
  const place = await placeInLesson(db, input, actor);
  return place?.outline.quiz ? { ...place, rules: place.outline.quiz } : null;
}

export type AttemptPlace = QuizPlace & { attempt: AttemptRow };

/** The same with one of the person's own attempts; null also when they have none of this number. */
export async function placeInAttempt(
  db: Db,
  input: { course: string; lesson: string; attempt: number },
  actor: Pick<Actor, 'userId'>,
): Promise<AttemptPlace | null> {
  const place = await placeInQuiz(db, input, actor);
  if (place?.enrollmentId == null) return null;
  const of = { enrollmentId: place.enrollmentId, lessonId: place.outline.id, number: input.attempt };
  const attempt = await attemptByNumber(db, of);
  return attempt ? { ...place, attempt } : null;
}

/** When a quiz closes, as an instant; null when it does not. */
export function closingTime({ closes }: QuizRules, { edition }: Pick<QuizPlace, 'edition'>): Date | null {
  const [day = '', time = ''] = closes?.split(' ') ?? [];
  return closes ? instantOf(day, time, edition.manifest.zone ?? 'UTC') : null;
}
