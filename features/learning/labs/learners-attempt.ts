import * as z from 'zod';
import type { Db } from '@/db/client';
import type { StudioCourse } from '@/db/queries/drafts';
import { labAttemptIn } from '@/db/queries/lab-results';
import type { Actor } from '@/rules/access';
import { courseInput, inCourse } from '../in-course';
import { slugInput } from '../place';

/** The address of a learner's attempt. */
export const learnersLabInput = { ...courseInput, lesson: slugInput, block: slugInput, attempt: z.uuid() };

type Found = NonNullable<Awaited<ReturnType<typeof labAttemptIn>>>;
export type LearnersLabAttempt = StudioCourse & Found;

/** A learner's attempt at a lab, with the role of whoever asks in its course; null where it is of another course. */
export async function learnersLabAttempt(
  db: Db,
  input: { course: string; lesson: string; block: string; attempt: string },
  actor: Actor,
): Promise<LearnersLabAttempt | null> {
  const course = await inCourse(db, input, actor);
  const found = course && (await labAttemptIn(db, course.id, input.attempt));
  const isThere = found && found.attempt.lessonId === input.lesson && found.attempt.blockId === input.block;
  return course && isThere ? { ...course, ...found } : null;
}
