import type { Db } from '@/db/client';
import { draftFileAt, recordDraftFiles, type StudioCourse, saveDraftFile } from '@/db/queries/drafts';
import { Refused } from '@/server/operation';
import { appendEntry } from './append-entry';

/** Adds an entry to a list among the files of a draft; makes the file when there is none. */
export async function addToList(
  db: Db,
  course: StudioCourse,
  { path, entry, by }: { path: string; entry: Record<string, unknown>; by: string },
): Promise<void> {
  const file = await draftFileAt(db, course.id, path);
  const text = appendEntry(file?.text ?? '', entry);
  if (text === null) throw new Refused('file-has-mistakes');
  if (!file) {
    await recordDraftFiles(db, course.id, [[path, text]], by);
    return;
  }
  // Editors save without the lock of the course: one of them may have been quicker.
  const saved = await saveDraftFile(db, {
    courseId: course.id,
    id: file.id,
    version: file.version,
    text,
    by,
  });
  if (!saved) throw new Refused('changed-meanwhile');
}

/** An entry without the fields that were left empty. */
export const withoutEmpty = (entry: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== '' && value !== undefined));
