import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CourseFiles } from '@/rules/course-files';

/** Reads the texts of a course folder: every .md and .yaml below it, by path. */
export async function readCourseFolder(folder: string): Promise<CourseFiles> {
  const texts = new Map<string, string>();
  const walk = async (path: string): Promise<void> => {
    const entries = await readdir(join(folder, path), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) await walk(inner);
      else if (/\.(md|ya?ml)$/.test(entry.name))
        texts.set(inner, await readFile(join(folder, inner), 'utf8'));
    }
  };
  await walk('');
  return { texts, assets: new Map() };
}
