import type { Db } from '@/db/client';
import { editionFilesOf, recordEditionFiles } from '@/db/queries/edition-files';
import { editionByHash, lastEditionNumber, setCurrentEdition } from '@/db/queries/editions';
import { recordEdition } from '@/db/queries/record-edition';
import type { CourseFiles } from '@/rules/authoring/course-files';
import type { CompiledCourse } from './compile/course';

export type Published = {
  number: number;
  editionId: string;
  outcome: 'unchanged' | 'restored' | 'published';
};

export type NextEdition = {
  course: { id: string; currentEditionId: string | null };
  compiled: CompiledCourse;
  files: CourseFiles | null;
  publishedBy: string | null;
  note: string;
};

/**
 * Stores a compiled course as its next edition, which is not the current one yet. Content that was published
 * before is not stored again. The caller has the turn to publish the course.
 */
export async function recordNextEdition(
  db: Db,
  { course, compiled, files, publishedBy, note }: NextEdition,
): Promise<Published> {
  const same = await editionByHash(db, course.id, compiled.contentHash);
  if (same) {
    // Published before files were kept: these are what it was compiled from, in effect.
    if (files && !(await editionFilesOf(db, same.id))) await recordEditionFiles(db, same.id, files);
    const outcome = course.currentEditionId === same.id ? 'unchanged' : 'restored';
    return { number: same.number, editionId: same.id, outcome };
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
    library: compiled.library,
  });
  if (files) await recordEditionFiles(db, editionId, files);
  return { number, editionId, outcome: 'published' };
}

/**
 * Stores a compiled course as its next edition and makes it the one that new learners get; content that was
 * published before makes its edition the current one again. Nobody is moved.
 */
export async function storeEdition(db: Db, next: NextEdition): Promise<Published> {
  const published = await recordNextEdition(db, next);
  if (published.outcome !== 'unchanged') await setCurrentEdition(db, next.course.id, published.editionId);
  return published;
}
