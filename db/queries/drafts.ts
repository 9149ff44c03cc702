import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Asset } from '@/rules/course-files';
import type { CourseRole } from '@/rules/roles';
import type { Db } from '../client';
import {
  assets,
  courseStaff,
  courses,
  draftAssets,
  draftFiles,
  editionAssets,
  editionSources,
  users,
} from '../schema';

/** A course as its studio knows it, with the person's own role in it (null when they have none). */
export type StudioCourse = {
  id: string;
  slug: string;
  zone: string;
  currentEditionId: string | null;
  sourceHash: string | null;
  archivedAt: Date | null;
  staffRole: CourseRole | null;
};

const studioColumns = {
  id: courses.id,
  slug: courses.slug,
  zone: courses.zone,
  currentEditionId: courses.currentEditionId,
  sourceHash: courses.sourceHash,
  archivedAt: courses.archivedAt,
};

/** A course by its address, for somebody; null when there is none. */
export async function studioCourse(db: Db, slug: string, userId: string): Promise<StudioCourse | null> {
  const [row] = await db
    .select({ ...studioColumns, staffRole: courseStaff.role })
    .from(courses)
    .leftJoin(courseStaff, and(eq(courseStaff.courseId, courses.id), eq(courseStaff.userId, userId)))
    .where(eq(courses.slug, slug));
  return row ?? null;
}

/** The same, locked until the transaction ends: one change of structure or edition at a time. */
export async function lockStudioCourse(db: Db, slug: string, userId: string): Promise<StudioCourse | null> {
  await db.select({ id: courses.id }).from(courses).where(eq(courses.slug, slug)).for('update');
  return studioCourse(db, slug, userId);
}

const live = (courseId: string) => and(eq(draftFiles.courseId, courseId), isNull(draftFiles.deletedAt));

export type DraftFile = { id: string; path: string; text: string; version: number; updatedAt: Date };

const fileColumns = {
  id: draftFiles.id,
  path: draftFiles.path,
  text: draftFiles.text,
  version: draftFiles.version,
  updatedAt: draftFiles.updatedAt,
};

/** Every file of a draft with its text, by path. */
export function draftFilesOf(db: Db, courseId: string): Promise<DraftFile[]> {
  return db.select(fileColumns).from(draftFiles).where(live(courseId)).orderBy(asc(draftFiles.path));
}

/** One file of a draft, with who saved it last. */
export async function draftFile(db: Db, courseId: string, fileId: string) {
  const [row] = await db
    .select({ ...fileColumns, updatedBy: users.name })
    .from(draftFiles)
    .leftJoin(users, eq(users.id, draftFiles.updatedBy))
    .where(and(live(courseId), eq(draftFiles.id, fileId)));
  return row ?? null;
}

/** One file of a draft by its path. */
export async function draftFileAt(db: Db, courseId: string, path: string): Promise<DraftFile | null> {
  const [row] = await db
    .select(fileColumns)
    .from(draftFiles)
    .where(and(live(courseId), eq(draftFiles.path, path)));
  return row ?? null;
}

/** The files of a draft without their text, by path. */
export function draftPaths(db: Db, courseId: string) {
  return db
    .select({ id: draftFiles.id, path: draftFiles.path, version: draftFiles.version })
    .from(draftFiles)
    .where(live(courseId))
    .orderBy(asc(draftFiles.path));
}

type Saved = { version: number; updatedAt: Date };

/** Saves the text of a file that is still at `version`; null when somebody was quicker, or it is gone. */
export async function saveDraftFile(
  db: Db,
  file: { courseId: string; id: string; version: number; text: string; by: string },
): Promise<Saved | null> {
  const [row] = await db
    .update(draftFiles)
    .set({
      text: file.text,
      version: sql`${draftFiles.version} + 1`,
      updatedBy: file.by,
      updatedAt: sql`now()`,
    })
    .where(and(live(file.courseId), eq(draftFiles.id, file.id), eq(draftFiles.version, file.version)))
    .returning({ version: draftFiles.version, updatedAt: draftFiles.updatedAt });
  return row ?? null;
}

/** Adds files to a draft. @returns their ids by path; throws when a path is taken. */
export async function recordDraftFiles(
  db: Db,
  courseId: string,
  texts: Iterable<readonly [path: string, text: string]>,
  by: string | null,
): Promise<Map<string, string>> {
  const rows = [...texts].map(([path, text]) => ({ courseId, path, text, updatedBy: by }));
  if (rows.length === 0) return new Map();
  const added = await db
    .insert(draftFiles)
    .values(rows)
    .returning({ id: draftFiles.id, path: draftFiles.path });
  return new Map(added.map(({ id, path }) => [path, id]));
}

/** Gives files new paths, all at once, so that two may change places. Their ids and versions stay. */
export async function renameDraftFiles(
  db: Db,
  courseId: string,
  renames: ReadonlyMap<string, string>,
): Promise<void> {
  if (renames.size === 0) return;
  const ids = await db
    .select({ id: draftFiles.id, path: draftFiles.path })
    .from(draftFiles)
    .where(and(live(courseId), inArray(draftFiles.path, [...renames.keys()])));
  // Through a path that nobody has: the unique key is checked row by row.
  const json = JSON.stringify(ids.map(({ id, path }) => ({ id, path: renames.get(path) })));
  for (const prefix of ['~/', '']) {
    await db.execute(sql`
      update draft_files f set path = ${prefix} || r.path
      from jsonb_to_recordset(${json}::jsonb) as r (id uuid, path text)
      where f.id = r.id`);
  }
}

/** Takes files out of a draft, to be restored by the id of the deletion. @returns how many. */
export async function deleteDraftFiles(
  db: Db,
  courseId: string,
  paths: string[],
  deletion: string,
): Promise<number> {
  if (paths.length === 0) return 0;
  const rows = await db
    .update(draftFiles)
    .set({ deletedAt: sql`now()`, deletion })
    .where(and(live(courseId), inArray(draftFiles.path, paths)))
    .returning({ id: draftFiles.id });
  return rows.length;
}

/** The files that were deleted together. */
export function deletedFiles(db: Db, courseId: string, deletion: string) {
  return db
    .select({ id: draftFiles.id, path: draftFiles.path })
    .from(draftFiles)
    .where(and(eq(draftFiles.courseId, courseId), eq(draftFiles.deletion, deletion)));
}

/** Brings files back that were deleted together, under the paths given by their ids. */
export async function restoreDraftFiles(
  db: Db,
  courseId: string,
  paths: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [fileId, path] of paths) {
    await db
      .update(draftFiles)
      .set({ deletedAt: null, deletion: null, path })
      .where(and(eq(draftFiles.courseId, courseId), eq(draftFiles.id, fileId)));
  }
}

/**
 * Makes a draft equal to some texts. Files whose path stays keep their id, so that an editor that is open
 * on one sees a conflict and not a missing page; what is gone can be restored by the deletion's id.
 */
export async function replaceDraftFiles(
  db: Db,
  courseId: string,
  texts: ReadonlyMap<string, string>,
  by: string | null,
  deletion: string,
): Promise<{ added: number; changed: number; removed: number }> {
  const present = new Map((await draftFilesOf(db, courseId)).map((file) => [file.path, file]));
  const gone = [...present.keys()].filter((path) => !texts.has(path));
  const fresh = [...texts].filter(([path]) => !present.has(path));
  const other = [...texts].flatMap(([path, text]) => {
    const file = present.get(path);
    return file && file.text !== text ? [{ id: file.id, text }] : [];
  });
  await deleteDraftFiles(db, courseId, gone, deletion);
  await recordDraftFiles(db, courseId, fresh, by);
  for (const { id, text } of other) {
    await db
      .update(draftFiles)
      .set({ text, version: sql`${draftFiles.version} + 1`, updatedBy: by, updatedAt: sql`now()` })
      .where(eq(draftFiles.id, id));
  }
  return { added: fresh.length, changed: other.length, removed: gone.length };
}

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
    .select({ ...assetColumns, path: editionAssets.path })
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

/** Gives a new course the draft of another one, except for one path: its other files and all its assets. */
export async function copyDraft(
  db: Db,
  { from, to, except, by }: { from: string; to: string; except: string; by: string },
): Promise<void> {
  await db.execute(sql`
    insert into draft_files (course_id, path, text, updated_by)
    select ${to}::uuid, path, text, ${by}::uuid from draft_files
    where course_id = ${from} and deleted_at is null and path <> ${except}`);
  await db.execute(sql`
    insert into draft_assets (course_id, path, hash, added_by)
    select ${to}::uuid, path, hash, ${by}::uuid from draft_assets where course_id = ${from}`);
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
