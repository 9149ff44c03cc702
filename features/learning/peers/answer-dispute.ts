import * as z from 'zod';
import type { Db } from '@/db/client';
import { finishedReview, setAnswered } from '@/db/queries/peers';
import { type Actor, canGrade } from '@/rules/access';
import { operation, Refused } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { sentences } from './input';

/** A review of a course that its grader looks at; not one of their own work. */
async function reviewInCourse(
  db: Db,
  { course: slug, review: id }: { course: string; review: string },
  actor: Actor,
) {
  const course = await inCourse(db, { course: slug }, actor);
  const review = course && (await finishedReview(db, id));
  return review && review.courseId === course.id && review.userId !== actor.userId
    ? { ...course, review }
    : null;
}

/** Answers a learner who asked a grader to look at a review. What it comes to is changed as every grade is. */
export const answerDispute = operation({
  name: 'answer-dispute',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...courseInput,
    review: z.uuid(),
    answer: sentences.refine((text) => text !== '', 'Say what you found.'),
  }),
  subject: reviewInCourse,
  allow: canGrade,
  async run({ db, input, subject: { review } }): Promise<{ submission: string }> {
    if (!(await setAnswered(db, review.id, input.answer))) throw new Refused('review-answered');
    return { submission: review.submissionId };
  },
  audit: ({ input }) => ({ object: `course:${input.course}`, detail: { review: input.review } }),
});
