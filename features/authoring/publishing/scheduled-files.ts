import type { Db } from '@/db/client';
import { assetByHash } from '@/db/queries/assets';
import type { Asset, CourseFiles } from '@/rules/authoring/course-files';

/** The files that were stored for a publication, as the course they are. */
export async function scheduledFiles(
  db: Db,
  stored: { texts: Record<string, string>; assets: Record<string, string> },
): Promise<CourseFiles> {
  const assets = new Map<string, Asset>();
  for (const [path, hash] of Object.entries(stored.assets)) {
    const asset = await assetByHash(db, hash);
    if (asset) assets.set(path, asset);
  }
  return { texts: new Map(Object.entries(stored.texts)), assets };
}
