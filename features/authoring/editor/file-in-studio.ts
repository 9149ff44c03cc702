import * as z from 'zod';
import type { Db } from '@/db/client';
import { draftFile, type StudioCourse } from '@/db/queries/drafts';
import type { Actor } from '@/rules/access';
import { inStudio, studioInput } from '../studio';

/** The part of the input that names one file of a draft. */
export const fileInput = { ...studioInput, file: z.uuid() };

type StoredFile = NonNullable<Awaited<ReturnType<typeof draftFile>>>;
export type FileInStudio = StudioCourse & { file: StoredFile };

/** Subject of what speaks of one file: the course, with the file as it is stored. */
export async function fileInStudio(
  db: Db,
  { course: slug, file: fileId }: { course: string; file: string },
  actor: Actor,
): Promise<FileInStudio | null> {
  const course = await inStudio(db, { course: slug }, actor);
  const file = course && (await draftFile(db, course.id, fileId));
  return course && file ? { ...course, file } : null;
}
