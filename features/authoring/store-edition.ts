import type { Db } from '@/db/client';
import { recordEditionFiles } from '@/db/queries/drafts';
import { editionByHash, lastEditionNumber, recordEdition, setCurrentEdition } from '@/db/queries/editions';
import type { CourseFiles } from '@/rules/course-files';
import type { CompiledCourse } from './compile/course';

export type Published = {
  number: number;
  editionId: string;
  outcome: 'unchanged' | 'restored' | 'published';
};

/**
 * Stores a compiled course as its next edition and makes it the one that new learners get. Content that
 * was published before is not stored again: the edition that holds it becomes the current one. The caller
 * holds the course locked. Nobody is moved.
 */
export async function storeEdition(
  db: Db,
  {
    course,
    compiled,
    files,
    publishedBy,
    note,
  }: {
    course: { id: string; currentEditionId: string | null };
    compiled: CompiledCourse;
    files: CourseFiles | null;
    publishedBy: string | null;
    note: string;
  },
): Promise<Published> {
  const same = await editionByHash(db, course.id, compiled.contentHash);
  if (same && files) await recordEditionFiles(db, same.id, files);
  if (same && course.currentEditionId === same.id)
    return { number: same.number, editionId: same.id, outcome: 'unchanged' };
  if (same) {
    await setCurrentEdition(db, course.id, same.id);
    return { number: same.number, editionId: same.id, outcome: 'restored' };
  }
  const number = (await lastEditionNumber(db, course.id)) + 1;
  const editionId = await recordEdition(db, {
    courseId: course.id,
    number,
    contentHash: compiled.contentHash,
    manifest: compiled.manifest,
    publishedBy,
    note,
    lessons: compiled.lessons,
  });
  if (files) await recordEditionFiles(db, editionId, files);
  return { number, editionId, outcome: 'published' };
}
