import { and, asc, eq, sql } from 'drizzle-orm';
import type { CourseRole } from '@/rules/accounts/roles';
import type { Asset } from '@/rules/authoring/course-files';
import type { EnrollmentState } from '@/rules/enrollment/enrollment-states';
import type { Db } from '../client';
import { assets, draftAssets, users } from '../schema';

const columns = {
  hash: assets.hash,
  type: assets.type,
  bytes: assets.bytes,
  width: assets.width,
  height: assets.height,
};

/** What is known of an asset by the hash of its bytes; null when no such bytes were stored. */
export async function assetByHash(db: Db, hash: string): Promise<Asset | null> {
  const [row] = await db.select(columns).from(assets).where(eq(assets.hash, hash));
  return row ?? null;
}

/** Notes that bytes are stored. Once is enough, whoever stored them. */
export async function recordAsset(db: Db, asset: Asset): Promise<void> {
  await db.insert(assets).values(asset).onConflictDoNothing({ target: assets.hash });
}

export type DraftAsset = Asset & { path: string; addedBy: string | null; addedAt: Date };

/** The assets of a draft as its page lists them, by path, with who added each. */
export function draftAssetList(db: Db, courseId: string): Promise<DraftAsset[]> {
  return db
    .select({ ...columns, path: draftAssets.path, addedBy: users.name, addedAt: draftAssets.createdAt })
    .from(draftAssets)
    .innerJoin(assets, eq(assets.hash, draftAssets.hash))
    .leftJoin(users, eq(users.id, draftAssets.addedBy))
    .where(eq(draftAssets.courseId, courseId))
    .orderBy(asc(draftAssets.path));
}

/** What the assets of a draft weigh together. */
export async function draftAssetBytes(db: Db, courseId: string): Promise<number> {
  const [row] = await db
    .select({ bytes: sql<number>`coalesce(sum(${assets.bytes}), 0)::float8` })
    .from(draftAssets)
    .innerJoin(assets, eq(assets.hash, draftAssets.hash))
    .where(eq(draftAssets.courseId, courseId));
  return row?.bytes ?? 0;
}

/** Puts an asset into a draft under a path; a path that has it already stays as it is. */
export async function recordDraftAsset(
  db: Db,
  entry: { courseId: string; path: string; hash: string; addedBy: string },
): Promise<void> {
  await db.insert(draftAssets).values(entry).onConflictDoNothing();
}

/** Takes an asset out of a draft. Its bytes stay: editions may use them. @returns whether it was there. */
export async function deleteDraftAsset(db: Db, courseId: string, path: string): Promise<boolean> {
  const rows = await db
    .delete(draftAssets)
    .where(and(eq(draftAssets.courseId, courseId), eq(draftAssets.path, path)))
    .returning({ path: draftAssets.path });
  return rows.length > 0;
}

/** An asset of a course with what decides whether somebody may read it. */
export type AssetForReader = Asset & {
  archivedAt: Date | null;
  staffRole: CourseRole | null;
  state: EnrollmentState | null;
  validFrom: Date | null;
  validUntil: Date | null;
  /** The database's clock. */
  now: Date;
  /** Whether the current edition uses it, the edition that this person is pinned to, or anything at all. */
  inCurrent: boolean;
  inPinned: boolean;
  inCourse: boolean;
  /** Whether it is the cover of the current edition. */
  isCover: boolean;
  /** What it was called last. */
  path: string | null;
};

type RawRow = Asset & {
  archived_at: string | null;
  staff_role: CourseRole | null;
  state: EnrollmentState | null;
  valid_from: string | null;
  valid_until: string | null;
  now: string;
  in_current: boolean;
  in_pinned: boolean;
  in_course: boolean;
  is_cover: boolean;
  path: string | null;
};

/** An asset by the address of its course and its hash, for somebody, in one round trip; null when unknown. */
export async function assetForReader(
  db: Db,
  slug: string,
  hash: string,
  userId: string | null,
): Promise<AssetForReader | null> {
  const [row] = await db.execute<RawRow>(sql`
    select a.hash, a.type, a.bytes, a.width, a.height, c.archived_at, s.role as staff_role, e.state,
      e.valid_from, e.valid_until, now() as now,
      exists (select 1 from edition_assets u
        where u.edition_id = c.current_edition_id and u.hash = a.hash) as in_current,
      exists (select 1 from edition_assets u
        where u.edition_id = e.edition_id and u.hash = a.hash) as in_pinned,
      exists (select 1 from draft_assets d where d.course_id = c.id and d.hash = a.hash)
        or exists (select 1 from edition_assets u join editions x on x.id = u.edition_id
          where u.hash = a.hash and x.course_id = c.id) as in_course,
      coalesce((select x.manifest->>'cover' = a.hash from edition_assets u
        join editions x on x.id = u.edition_id
        where u.edition_id = c.current_edition_id and u.hash = a.hash limit 1), false) as is_cover,
      coalesce((select d.path from draft_assets d where d.course_id = c.id and d.hash = a.hash limit 1),
        (select u.path from edition_assets u join editions x on x.id = u.edition_id
          where u.hash = a.hash and x.course_id = c.id order by x.number desc limit 1)) as path
    from courses c
    join assets a on a.hash = ${hash}
    left join course_staff s on s.course_id = c.id and s.user_id = ${userId}::uuid
    left join enrollments e on e.course_id = c.id and e.user_id = ${userId}::uuid
    where c.slug = ${slug}`);
  if (!row) return null;
  const {
    archived_at,
    staff_role,
    valid_from,
    valid_until,
    in_current,
    in_pinned,
    in_course,
    is_cover,
    ...rest
  } = row;
  return {
    ...rest,
    archivedAt: archived_at === null ? null : new Date(archived_at),
    staffRole: staff_role,
    validFrom: valid_from === null ? null : new Date(valid_from),
    validUntil: valid_until === null ? null : new Date(valid_until),
    now: new Date(rest.now),
    inCurrent: in_current,
    inPinned: in_pinned,
    inCourse: in_course,
    isCover: is_cover,
  };
}
