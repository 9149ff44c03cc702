import type { Db } from '@/db/client';
import { draftFile, saveDraftFile } from '@/db/queries/drafts';
import { Refused } from '@/server/operation';
import { withFields } from './copies';
import type { Fields } from './front-matter';

/** Saved, or not because somebody else saved after the form was opened: who, when, and what is there now. */
export type Saved =
  | { ok: true; version: number }
  | { ok: false; by: string | null; at: Date; version: number };

export type StoredFile = NonNullable<Awaited<ReturnType<typeof draftFile>>>;

/** A lesson or module of the draft that still is one. */
export async function fileToSave(
  db: Db,
  courseId: string,
  fileId: string,
  form: RegExp,
): Promise<StoredFile> {
  const file = await draftFile(db, courseId, fileId);
  if (!file || !form.test(file.path)) throw new Refused('row-gone');
  return file;
}

const conflict = ({ updatedBy, updatedAt, version }: StoredFile): Saved => ({
  ok: false,
  by: updatedBy,
  at: updatedAt,
  version,
});

/** Sets fields at the head of a file that is still at `version`. Its text stays as it is. */
export async function saveFields(
  db: Db,
  file: StoredFile,
  fields: Fields,
  { courseId, version, by }: { courseId: string; version: number; by: string },
): Promise<Saved> {
  if (file.version !== version) return conflict(file);
  const text = withFields(file.path, file.text, fields);
  if (text === file.text) return { ok: true, version };
  const saved = await saveDraftFile(db, { courseId, id: file.id, version, text, by });
  if (saved) return { ok: true, version: saved.version };
  const now = await draftFile(db, courseId, file.id);
  if (!now) throw new Refused('row-gone');
  return conflict(now);
}
