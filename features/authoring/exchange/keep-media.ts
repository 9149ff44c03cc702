import { readFile } from 'node:fs/promises';
import type { Asset } from '@/rules/authoring/course-files';
import type { ImportNote } from '@/rules/authoring/foreign-course-report';
import { uploadProblems } from '@/rules/files/uploads';
import type { AssetStore } from '@/server/storage';
import { keepAsset } from '../assets/keep-asset';
import type { Medium } from './received';

/**
 * Stores the media that an import uses, each looked through as at any upload. What cannot be kept is left
 * out and said; the text that uses it then has a problem where it does.
 * @param used Where each medium came from, by its path in the course.
 */
export async function keepMedia(
  store: AssetStore,
  { used, media }: { used: ReadonlyMap<string, string>; media: ReadonlyMap<string, Medium> },
): Promise<{ assets: Map<string, Asset>; notes: ImportNote[] }> {
  const assets = new Map<string, Asset>();
  const notes: ImportNote[] = [];
  for (const [path, from] of used) {
    const medium = media.get(from);
    if (!medium) continue;
    const kept = await keepAsset(store, await readFile(medium.file), path);
    const note = (kind: ImportNote['kind'], message: string) =>
      notes.push({ kind, file: from, line: 1, message });
    if ('problem' in kept) {
      note('dropped', uploadProblems[kept.problem]);
      continue;
    }
    assets.set(path, kept.asset);
    if (kept.asset.hash !== medium.hash)
      note('changed', 'the picture was written anew, without what a camera or a program hides in it');
  }
  return { assets, notes };
}
