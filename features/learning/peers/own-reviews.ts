import * as z from 'zod';
import type { Db } from '@/db/client';
import { finishedReview } from '@/db/queries/peers';
import type { Actor } from '@/rules/access';
import { lessonInput, ownEnrollment } from '../place';

export const reviewInput = { ...lessonInput, review: z.uuid() };

/** A review of one's own work, once it may be seen; null of any other. */
export async function reviewOfOwn(
  db: Db,
  { course, lesson, review: id }: { course: string; lesson: string; review: string },
  actor: Actor,
) {
  const place = await ownEnrollment(db, { course }, actor);
  const review = place && (await finishedReview(db, id));
  if (!place || !review?.released || review.userId !== actor.userId) return null;
  const here = review.lessonId === lesson && review.courseId === place.courseId;
  return here ? { ownerId: actor.userId, review } : null;
}
