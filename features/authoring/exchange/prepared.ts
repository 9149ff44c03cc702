import * as z from 'zod';
import type { Db } from '@/db/client';
import { recordAsset } from '@/db/queries/assets';
import { recordImport, sweepImports } from '@/db/queries/imports';
import type { CourseFiles } from '@/rules/authoring/course-files';
import type { ImportNote } from '@/rules/authoring/foreign-course-report';

/** An upload that was read as a course: the files it would bring, and the report of its dry run. */
export type Prepared = CourseFiles & { name: string; report: ImportNote[] };

/** Prepared by this process: never by a client. */
export const preparedInput = z.custom<Prepared>((value) => {
  const given = value as Partial<Prepared> | null | undefined;
  return given?.texts instanceof Map && given.assets instanceof Map && Array.isArray(given.report);
});

/** Keeps what was prepared until it is applied or a day has passed. @returns its id. */
export async function stage(
  db: Db,
  { prepared, courseId, createdBy }: { prepared: Prepared; courseId: string | null; createdBy: string },
): Promise<string> {
  await sweepImports(db);
  for (const asset of prepared.assets.values()) await recordAsset(db, asset);
  const { name, texts, assets, report } = prepared;
  return recordImport(db, { courseId, createdBy, name: name.slice(0, 200), texts, assets, report });
}
