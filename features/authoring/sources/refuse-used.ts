import type { Db } from '@/db/client';
import { draftFilesOf } from '@/db/queries/drafts';
import { Refused } from '@/server/operation';
import { lessonUses, usesByPassage } from './lesson-uses';

/** A passage that a lesson of the draft uses stays: its number must not lead nowhere. */
export async function refuseUsed(db: Db, courseId: string, passage: string): Promise<void> {
  const files = await draftFilesOf(db, courseId);
  const uses = usesByPassage(lessonUses(new Map(files.map(({ path, text }) => [path, text]))));
  if (uses.has(passage)) throw new Refused('passage-in-use');
}
