import type { Database } from '@/db/client';
import { recordAsset } from '@/db/queries/assets';
import { importedFrom } from '@/db/queries/editions';
import type { Actor } from '@/rules/access';
import { stopsPublishing } from '@/rules/authoring/course-files';
import { perform } from '@/server/operation';
import type { AssetStore } from '@/server/storage';
import { compileCourse } from './compile/course';
import { formatProblem } from './compile/problem';
import { readCourseFolder } from './course-folder';
import { publishEdition } from './publish-edition';
import { sourceHash } from './source-hash';

/** The platform itself, for what whoever runs the server starts from its machine. */
export const platform: Actor = {
  userId: '',
  sessionId: '',
  name: 'The platform',
  email: '',
  role: 'platform',
  emailConfirmed: true,
};

/**
 * Imports a course folder: publishes it when it changed, and when it has a mistake changes nothing and
 * says where every mistake stands. Its media go to the store. @returns what to print, or null when nothing changed.
 */
export async function importCourse(
  db: Database,
  folder: string,
  store?: AssetStore,
): Promise<{ ok: boolean; message: string | null }> {
  const hash = await sourceHash(folder);
  if (await importedFrom(db, hash)) return { ok: true, message: null };
  const files = await readCourseFolder(folder, store);
  if (files.assets.size > 0 && !store)
    return { ok: false, message: `${folder} was not imported: there is no store for its media.` };
  const { course, problems } = await compileCourse(files);
  if (!course) {
    const list = problems
      .filter(stopsPublishing)
      .map((problem) => `  ${folder}/${formatProblem(problem)}`)
      .join('\n');
    return { ok: false, message: `${folder} was not imported; what was published stays as it is:\n${list}` };
  }
  for (const asset of files.assets.values()) await recordAsset(db, asset);
  const { number, outcome } = await perform(
    publishEdition,
    { ...course, files, sourceHash: hash },
    { db, actor: platform },
  );
  if (outcome === 'unchanged') return { ok: true, message: null };
  if (outcome === 'kept') {
    const message = `${course.manifest.title} was changed in the studio, so ${folder} does not replace it. Import it there to compare.`;
    return { ok: true, message };
  }
  return { ok: true, message: `${course.manifest.title}: edition ${number} ${outcome}.` };
}
