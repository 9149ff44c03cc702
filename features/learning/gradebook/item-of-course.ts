import type { Db } from '@/db/client';
import type { Actor } from '@/rules/access';
import { inCourse } from '../in-course';
import { gradebookNow } from './items';

/** Subject of what concerns one item of a gradebook: the course and the item; null when it has no such item. */
export async function itemOfCourse(
  db: Db,
  { course: slug, item: id }: { course: string; item: string },
  actor: Actor,
) {
  const course = await inCourse(db, { course: slug }, actor);
  const gradebook = course && (await gradebookNow(db, course.id, course.currentEditionId));
  const item = gradebook?.items.find((one) => one.id === id);
  return course && item ? { ...course, item } : null;
}
