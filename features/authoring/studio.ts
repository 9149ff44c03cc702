import * as z from 'zod';
import type { Db } from '@/db/client';
import { draftAssetsOf } from '@/db/queries/draft-assets';
import { draftFilesOf, lockStudioCourse, type StudioCourse, studioCourse } from '@/db/queries/drafts';
import type { Actor } from '@/rules/access';
import type { CourseFiles } from '@/rules/authoring/course-files';
import { courseSlugForm } from '@/rules/authoring/course-slug';
import { isStorable } from '@/rules/storable';

/** The part of the input that names the course; every operation of the studio has it. */
export const studioInput = { course: z.string().max(200).regex(courseSlugForm) };

/** Subject of what reads the studio of a course. */
export const inStudio = (
  db: Db,
  { course }: { course: string },
  actor: Actor,
): Promise<StudioCourse | null> => studioCourse(db, course, actor.userId);

/** Subject of what changes its structure or publishes it: one at a time, the others wait. */
export const inLockedStudio = (
  db: Db,
  { course }: { course: string },
  actor: Actor,
): Promise<StudioCourse | null> => lockStudioCourse(db, course, actor.userId);

/** The draft of a course as files. */
export async function draftOf(db: Db, courseId: string): Promise<CourseFiles> {
  const [files, assets] = await Promise.all([draftFilesOf(db, courseId), draftAssetsOf(db, courseId)]);
  return { texts: new Map(files.map(({ path, text }) => [path, text])), assets };
}

/** A text of at most 2 MB that PostgreSQL can hold: no NUL, no halves of characters. */
export const draftText = z
  .string()
  .max(2_000_000, 'This is more than 2 MB of text. Split it into several files.')
  .refine(isStorable, 'This text has characters that cannot be stored.');
