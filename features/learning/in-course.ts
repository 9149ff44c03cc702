import type { Db } from '@/db/client';
import { type StudioCourse, studioCourse } from '@/db/queries/drafts';
import type { Actor } from '@/rules/access';
import { slugInput } from './place';

/** The part of the input that names the course. */
export const courseInput = { course: slugInput };

/** Subject of what the people of a course see of its learners' work: the course, with the role of whoever asks. */
export const inCourse = (
  db: Db,
  { course }: { course: string },
  actor: Actor,
): Promise<StudioCourse | null> => studioCourse(db, course, actor.userId);
