import { asc, eq } from 'drizzle-orm';
import type { Asset } from '@/rules/authoring/course-files';
import type { Db } from '../client';
import { assets, draftAssets } from '../schema';

const assetColumns = {
  path: draftAssets.path,
  hash: assets.hash,
  type: assets.type,
  bytes: assets.bytes,
  width: assets.width,
  height: assets.height,
};

/** The assets of a draft by path. */
export async function draftAssetsOf(db: Db, courseId: string): Promise<Map<string, Asset>> {
  const rows = await db
    .select(assetColumns)
    .from(draftAssets)
    .innerJoin(assets, eq(assets.hash, draftAssets.hash))
    .where(eq(draftAssets.courseId, courseId))
    .orderBy(asc(draftAssets.path));
  return new Map(rows.map(({ path, ...asset }) => [path, asset]));
}

/** Gives a draft exactly these assets, which are stored already. */
export async function replaceDraftAssets(
  db: Db,
  courseId: string,
  used: ReadonlyMap<string, { hash: string }>,
  by: string | null,
): Promise<void> {
  await db.delete(draftAssets).where(eq(draftAssets.courseId, courseId));
  const rows = [...used].map(([path, { hash }]) => ({ courseId, path, hash, addedBy: by }));
  if (rows.length > 0) await db.insert(draftAssets).values(rows);
}
