import { and, desc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Asset, FileProblem } from '@/rules/authoring/course-files';
import type { Db } from '../client';
import { assets, courseImports, courses, editions, users } from '../schema';

/** An import waits this long to be applied, and a draft that gave way to one this long to be brought back. */
const kept = sql`interval '1 day'`;
const fresh = gt(courseImports.createdAt, sql`now() - ${kept}`);

type NewImport = {
  courseId: string | null;
  createdBy: string;
  name: string;
  texts: ReadonlyMap<string, string>;
  assets: ReadonlyMap<string, { hash: string }>;
  report: FileProblem[];
};

/** Keeps what an import would bring. @returns its id. */
export async function recordImport(db: Db, given: NewImport): Promise<string> {
  const [row] = await db
    .insert(courseImports)
    .values({
      ...given,
      texts: Object.fromEntries(given.texts),
      assets: Object.fromEntries([...given.assets].map(([path, { hash }]) => [path, hash])),
    })
    .returning({ id: courseImports.id });
  if (!row) throw new Error('the import was not stored');
  return row.id;
}

/** Forgets what waited for longer than a day. */
export async function sweepImports(db: Db): Promise<void> {
  await db.delete(courseImports).where(lt(courseImports.createdAt, sql`now() - ${kept}`));
}

export type ImportRow = {
  id: string;
  courseId: string | null;
  /** The address of its course, where it has one. */
  slug: string | null;
  ownerId: string;
  by: string;
  name: string;
  /** What applying it does (`ImportWay`): the first line of its report. */
  way: string;
  createdAt: Date;
};

const head = {
  id: courseImports.id,
  courseId: courseImports.courseId,
  slug: courses.slug,
  ownerId: courseImports.createdBy,
  by: users.name,
  name: courseImports.name,
  way: sql<string>`coalesce(${courseImports.report}->0->>'message', '')`,
  createdAt: courseImports.createdAt,
};

const heads = (db: Db) =>
  db
    .select(head)
    .from(courseImports)
    .innerJoin(users, eq(users.id, courseImports.createdBy))
    .leftJoin(courses, eq(courses.id, courseImports.courseId));

/** An import that is not too old, without its texts; null when there is none. */
export async function importHead(db: Db, id: string): Promise<ImportRow | null> {
  const [row] = await heads(db).where(and(fresh, eq(courseImports.id, id)));
  return row ?? null;
}

/** The same, locked until the transaction ends: it becomes one course and not two. */
export async function lockImport(db: Db, id: string): Promise<ImportRow | null> {
  await db.select({ id: courseImports.id }).from(courseImports).where(eq(courseImports.id, id)).for('update');
  return importHead(db, id);
}

/** What an import would bring, with what is known of its media, and its report. */
export async function importContent(
  db: Db,
  id: string,
): Promise<{ texts: Map<string, string>; assets: Map<string, Asset>; report: FileProblem[] } | null> {
  const [row] = await db
    .select({ texts: courseImports.texts, assets: courseImports.assets, report: courseImports.report })
    .from(courseImports)
    .where(and(fresh, eq(courseImports.id, id)));
  if (!row) return null;
  const hashes = [...new Set(Object.values(row.assets))];
  const rows = hashes.length === 0 ? [] : await db.select().from(assets).where(inArray(assets.hash, hashes));
  const byHash = new Map(rows.map(({ createdAt: _at, ...asset }) => [asset.hash, asset]));
  const used = Object.entries(row.assets).flatMap(([path, hash]): [string, Asset][] => {
    const asset = byHash.get(hash);
    return asset ? [[path, asset]] : [];
  });
  return { texts: new Map(Object.entries(row.texts)), assets: new Map(used), report: row.report };
}

/** What of a course waits to be applied or brought back, the newest first; with null, what somebody has waiting to become a course. */
export function importsOf(db: Db, of: { courseId: string } | { ownerId: string }): Promise<ImportRow[]> {
  const whose =
    'courseId' in of
      ? eq(courseImports.courseId, of.courseId)
      : and(isNull(courseImports.courseId), eq(courseImports.createdBy, of.ownerId));
  return heads(db).where(and(fresh, whose)).orderBy(desc(courseImports.createdAt)).limit(50);
}

/** Notes which course an import has become. */
export async function setImportCourse(db: Db, id: string, courseId: string): Promise<void> {
  await db.update(courseImports).set({ courseId }).where(eq(courseImports.id, id));
}

/** The id of an edition of a course by its number; null when there is none. */
export async function editionByNumber(db: Db, courseId: string, number: number): Promise<string | null> {
  const [row] = await db
    .select({ id: editions.id })
    .from(editions)
    .where(and(eq(editions.courseId, courseId), eq(editions.number, number)));
  return row?.id ?? null;
}
