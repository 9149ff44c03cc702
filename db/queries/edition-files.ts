import { eq, sql } from 'drizzle-orm';
import type { Asset } from '@/rules/authoring/course-files';
import type { Db } from '../client';
import { assets, editionAssets, editionSources } from '../schema';

const assetColumns = {
  path: editionAssets.path,
  hash: assets.hash,
  type: assets.type,
  bytes: assets.bytes,
  width: assets.width,
  height: assets.height,
};

/** The files an edition was compiled from; null for one that was published before files were kept. */
export async function editionFilesOf(
  db: Db,
  editionId: string,
): Promise<{ texts: Map<string, string>; assets: Map<string, Asset> } | null> {
  const [row] = await db
    .select({ texts: editionSources.texts })
    .from(editionSources)
    .where(eq(editionSources.editionId, editionId));
  if (!row) return null;
  const used = await db
    .select(assetColumns)
    .from(editionAssets)
    .innerJoin(assets, eq(assets.hash, editionAssets.hash))
    .where(eq(editionAssets.editionId, editionId));
  return {
    texts: new Map(Object.entries(row.texts)),
    assets: new Map(used.map(({ path, ...asset }) => [path, asset])),
  };
}

/** Keeps the files of an edition, once. */
export async function recordEditionFiles(
  db: Db,
  editionId: string,
  files: { texts: ReadonlyMap<string, string>; assets: ReadonlyMap<string, Asset> },
): Promise<void> {
  await db
    .insert(editionSources)
    .values({ editionId, texts: Object.fromEntries(files.texts) })
    .onConflictDoNothing();
  const used = [...files.assets].map(([path, { hash }]) => ({ editionId, path, hash }));
  if (used.length > 0) await db.insert(editionAssets).values(used).onConflictDoNothing();
}

/**
 * Every passage number that a file of a course ever held: in its draft, among what was deleted there, and
 * in its editions. So that none is given twice, whatever was deleted or restored.
 */
export async function passageNumbersEver(db: Db, courseId: string): Promise<string[]> {
  const rows = await db.execute<{ number: string }>(sql`
    select distinct m[1] as number
    from (
      select f.text from draft_files f
      where f.course_id = ${courseId} and (f.path like 'documents/%' or f.path = 'passages.yaml')
      union all
      select t.value from editions e
      join edition_sources s on s.edition_id = e.id
      cross join lateral jsonb_each_text(s.texts) as t (path, value)
      where e.course_id = ${courseId} and (t.path like 'documents/%' or t.path = 'passages.yaml')
    ) as files,
    lateral regexp_matches(files.text, '(?:id|numbered): *["'']?([A-Z][0-9]{1,3})(?![0-9A-Za-z])', 'g') as m`);
  return rows.map(({ number }) => number);
}
