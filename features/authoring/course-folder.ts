import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Asset, CourseFiles } from '@/rules/authoring/course-files';
import type { AssetStore } from '@/server/storage';
import { keepAsset } from './assets/keep-asset';

/** Where a course is only checked, its media are looked through all the same, and kept nowhere. */
export const nowhere: AssetStore = {
  read: async () => null,
  open: async () => null,
  size: async () => null,
  write: async () => {},
};

/** What was found in readings of the course stands beside its files, and is no part of it. */
const notes = 'REVIEW.md';

/**
 * Reads a course folder: every .md and .yaml below it but its notes, and the media below `assets/`, whose bytes go to
 * the store where one is given. A medium that cannot be kept is not there: what uses it has a mistake.
 */
export async function readCourseFolder(folder: string, store: AssetStore = nowhere): Promise<CourseFiles> {
  const texts = new Map<string, string>();
  const assets = new Map<string, Asset>();
  const walk = async (path: string): Promise<void> => {
    const entries = await readdir(join(folder, path), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) await walk(inner);
      else if (inner === notes) continue;
      else if (/\.(md|ya?ml)$/.test(entry.name))
        texts.set(inner, await readFile(join(folder, inner), 'utf8'));
      else if (inner.startsWith('assets/') && entry.isFile() && !entry.name.startsWith('.')) {
        const kept = await keepAsset(store, await readFile(join(folder, inner)), inner);
        if ('asset' in kept) assets.set(inner, kept.asset);
      }
    }
  };
  await walk('');
  return { texts, assets };
}
