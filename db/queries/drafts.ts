import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { CourseRole } from '@/rules/accounts/roles';
import type { Db } from '../client';
import { courseStaff, courses, draftFiles, users } from '../schema';

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

/** The files of a draft that were not deleted. */
export const live = (courseId: string) =>
  and(eq(draftFiles.courseId, courseId), isNull(draftFiles.deletedAt));

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
