import * as z from 'zod';
import type { Db } from '@/db/client';
import { enrollmentInCourse } from '@/db/queries/enrollment-details';
import type { Actor } from '@/rules/access';
import { courseInput, inCourse } from '../in-course';

/** A lesson, or a column of the gradebook. */
export const itemIdInput = z
  .string()
  .max(200)
  .regex(/^~?[a-z0-9-]+$/);

export const learnerInput = { ...courseInput, enrollment: z.uuid() };

/** Subject of what concerns the grades of one learner: the course, and their enrollment in it. */
export async function learnerOfCourse(
  db: Db,
  { course: slug, enrollment }: { course: string; enrollment: string },
  actor: Actor,
) {
  const course = await inCourse(db, { course: slug }, actor);
  const learner = course && (await enrollmentInCourse(db, course.id, enrollment));
  return learner ? { ...course, learner } : null;
}
