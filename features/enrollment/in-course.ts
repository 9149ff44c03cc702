import * as z from 'zod';
import type { Db } from '@/db/client';
import { type StudioCourse, studioCourse } from '@/db/queries/drafts';
import type { Actor } from '@/rules/access';
import { courseSlugForm } from '@/rules/authoring/course-slug';

/** The part of the input that names the course. */
export const courseInput = { course: z.string().max(200).regex(courseSlugForm) };

/** Subject of what concerns the people of a course: the course, with the role of whoever asks. */
export const inCourse = (
  db: Db,
  { course }: { course: string },
  actor: Actor,
): Promise<StudioCourse | null> => studioCourse(db, course, actor.userId);
