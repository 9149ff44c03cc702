import type { Db } from '@/db/client';
import { editionById, editionLessonsWithKeys, editionLibrary } from '@/db/queries/editions';
import type { EditionContent } from '@/rules/editions/edition-diff';

/** All that an edition holds. */
export async function editionContent(db: Db, editionId: string): Promise<EditionContent> {
  const [edition, lessons, library] = await Promise.all([
    editionById(db, editionId),
    editionLessonsWithKeys(db, editionId),
    editionLibrary(db, editionId),
  ]);
  if (!edition) throw new Error('no such edition');
  return { manifest: edition.manifest, lessons, library };
}
