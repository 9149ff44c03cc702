import * as z from 'zod';
import type { Db } from '@/db/client';
import type { StudioCourse } from '@/db/queries/drafts';
import { type SubmissionInCourse, submissionInCourse } from '@/db/queries/work-queue';
import type { Actor } from '@/rules/access';
import { isStorable } from '@/rules/storable';
import { courseInput, inCourse } from '../in-course';

/** How long somebody holds what they took to grade it, in minutes; each save begins it anew. */
export const leaseMinutes = 30;

export const submissionInput = { ...courseInput, submission: z.uuid() };

/** By criterion, which level was chosen. */
export const scoresInput = z.record(z.string().max(100), z.coerce.number().int().min(0).max(8));
export const commentInput = z
  .string()
  .max(20_000, 'A comment has at most 20,000 characters.')
  .refine(isStorable, 'It has characters that cannot be stored.');

export type GradingPlace = StudioCourse & { submission: SubmissionInCourse };

/** Subject of what concerns one version that was handed in; one's own does not exist for its grader. */
export async function inGrading(
  db: Db,
  { course: slug, submission: id }: { course: string; submission: string },
  actor: Actor,
): Promise<GradingPlace | null> {
  const course = await inCourse(db, { course: slug }, actor);
  const submission = course && (await submissionInCourse(db, course.id, id));
  return submission && submission.userId !== actor.userId ? { ...course, submission } : null;
}

/** Whose a version is, as its grader may know it: of anonymous work nobody, until it is graded. */
export const learnerShown = (of: { anonymous: boolean; graded: boolean; learner: string }): string | null =>
  of.anonymous && !of.graded ? null : of.learner;
