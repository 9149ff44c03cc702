import { and, asc, desc, eq, gt, isNotNull, like, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { draftFiles } from '../schema';

const inBank = (courseId: string) => and(eq(draftFiles.courseId, courseId), like(draftFiles.path, 'bank/%'));

/** The paths of every set of the bank that a draft has or had. */
export async function bankPathsEver(db: Db, courseId: string): Promise<string[]> {
  const rows = await db.select({ path: draftFiles.path }).from(draftFiles).where(inBank(courseId));
  return rows.map(({ path }) => path);
}

/** The sets that were deleted without anything else since an instant, newest first, each with its beginning. */
export function deletedSets(db: Db, courseId: string, since: Date) {
  return db
    .select({
      deletion: sql<string>`${draftFiles.deletion}`,
      deletedAt: sql<Date>`${draftFiles.deletedAt}`.mapWith(draftFiles.deletedAt),
      path: draftFiles.path,
      head: sql<string>`left(${draftFiles.text}, 4000)`,
    })
    .from(draftFiles)
    .where(
      and(
        inBank(courseId),
        isNotNull(draftFiles.deletion),
        gt(draftFiles.deletedAt, since),
        sql`not exists (
          select from draft_files other
          where other.course_id = ${draftFiles.courseId} and other.deletion = ${draftFiles.deletion}
            and other.path not like 'bank/%')`,
      ),
    )
    .orderBy(desc(draftFiles.deletedAt), asc(draftFiles.path))
    .limit(10);
}
