import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '../client';
import { draftFiles } from '../schema';
import { live } from './drafts';

/** The texts of some files of a draft, by their ids. */
export async function draftTexts(db: Db, courseId: string, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: draftFiles.id, text: draftFiles.text })
    .from(draftFiles)
    .where(and(live(courseId), inArray(draftFiles.id, ids)));
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** Who saved a file last and when; null for one that is not in the draft. */
export async function lastSaveOf(
  db: Db,
  courseId: string,
  fileId: string,
): Promise<{ by: string | null; at: Date } | null> {
  const [row] = await db
    .select({ by: draftFiles.updatedBy, at: draftFiles.updatedAt })
    .from(draftFiles)
    .where(and(live(courseId), eq(draftFiles.id, fileId)));
  return row ?? null;
}
