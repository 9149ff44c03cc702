import type { Database } from '@/db/client';
import { importedFrom } from '@/db/queries/editions';
import type { Actor } from '@/rules/access';
import { perform } from '@/server/operation';
import { compileCourse } from './compile/course';
import { formatProblem } from './compile/problem';
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
 * says where every mistake stands. @returns what to print, or null when nothing changed.
 */
export async function importCourse(
  db: Database,
  folder: string,
): Promise<{ ok: boolean; message: string | null }> {
  const hash = await sourceHash(folder);
  if (await importedFrom(db, hash)) return { ok: true, message: null };
  const { course, problems } = await compileCourse(folder);
  if (!course) {
    const list = problems.map((problem) => `  ${folder}/${formatProblem(problem)}`).join('\n');
    return { ok: false, message: `${folder} was not imported; what was published stays as it is:\n${list}` };
  }
  const { number, outcome } = await perform(
    publishEdition,
    { ...course, sourceHash: hash },
    { db, actor: platform },
  );
  if (outcome === 'unchanged') return { ok: true, message: null };
  return { ok: true, message: `${course.manifest.title}: edition ${number} ${outcome}.` };
}
