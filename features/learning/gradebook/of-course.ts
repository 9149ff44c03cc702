import * as z from 'zod';
import type { Db } from '@/db/client';
import { type StudioCourse, studioCourse } from '@/db/queries/drafts';
import { enrollmentInCourse } from '@/db/queries/enrollment-details';
import type { Actor } from '@/rules/access';
import { slugInput } from '../place';

/** The part of the input that names the course. */
export const courseInput = { course: slugInput };
/** A lesson, or a column of the gradebook. */
export const itemIdInput = z
  .string()
  .max(200)
  .regex(/^~?[a-z0-9-]+$/);

/** Subject of what concerns the grades of a course: the course, with the role of whoever asks. */
export const ofCourse = (
  db: Db,
  { course }: { course: string },
  actor: Actor,
): Promise<StudioCourse | null> => studioCourse(db, course, actor.userId);

export const learnerInput = { ...courseInput, enrollment: z.uuid() };

/** Subject of what concerns the grades of one learner: the course, and their enrollment in it. */
export async function learnerOfCourse(
  db: Db,
  { course: slug, enrollment }: { course: string; enrollment: string },
  actor: Actor,
) {
  const course = await studioCourse(db, slug, actor.userId);
  const learner = course && (await enrollmentInCourse(db, course.id, enrollment));
  return learner ? { ...course, learner } : null;
}
