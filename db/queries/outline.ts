import { and, asc, desc, eq, gt, inArray, isNull, like, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { draftFiles } from '../schema';

/** What a file says of itself stands at its beginning. */
const head = sql<string>`left(${draftFiles.text}, 4000)`;
const belowModules = (courseId: string) =>
  and(eq(draftFiles.courseId, courseId), like(draftFiles.path, 'modules/%'));

/** The beginnings of every lesson and module a draft has or had, by path. */
export function moduleFileHeads(db: Db, courseId: string) {
  return db
    .select({
      id: draftFiles.id,
      path: draftFiles.path,
      head,
      deleted: sql<boolean>`${draftFiles.deletedAt} is not null`,
    })
    .from(draftFiles)
    .where(belowModules(courseId))
    .orderBy(asc(draftFiles.path));
}

/** What was deleted from the modules of a draft since an instant, newest first. */
export function deletedModuleFiles(db: Db, courseId: string, since: Date) {
  return db
    .select({
      deletion: sql<string>`${draftFiles.deletion}`,
      deletedAt: sql<Date>`${draftFiles.deletedAt}`.mapWith(draftFiles.deletedAt),
      path: draftFiles.path,
      head,
    })
    .from(draftFiles)
    .where(
      and(
        belowModules(courseId),
        gt(draftFiles.deletedAt, since),
        sql`not exists (
          select from draft_files other
          where other.course_id = ${draftFiles.courseId} and other.deletion = ${draftFiles.deletion}
            and other.path not like 'modules/%')`,
      ),
    )
    .orderBy(desc(draftFiles.deletedAt), asc(draftFiles.path));
}

/** The ids of every module and lesson that any edition of a course has: evidence may speak of them. */
export async function publishedIds(
  db: Db,
  courseId: string,
): Promise<{ modules: Set<string>; lessons: Set<string> }> {
  const rows = await db.execute<{ module: string; lesson: string | null }>(sql`
    select distinct m ->> 'id' as module, l ->> 'id' as lesson
    from editions e
    cross join jsonb_array_elements(e.manifest -> 'modules') m
    left join jsonb_array_elements(m -> 'lessons') l on true
    where e.course_id = ${courseId}`);
  return {
    modules: new Set(rows.map(({ module }) => module)),
    lessons: new Set(rows.flatMap(({ lesson }) => lesson ?? [])),
  };
}

/** The texts of some files of a draft by path. */
export async function draftTextsAt(db: Db, courseId: string, paths: string[]): Promise<Map<string, string>> {
  if (paths.length === 0) return new Map();
  const rows = await db
    .select({ path: draftFiles.path, text: draftFiles.text })
    .from(draftFiles)
    .where(
      and(eq(draftFiles.courseId, courseId), isNull(draftFiles.deletedAt), inArray(draftFiles.path, paths)),
    );
  return new Map(rows.map(({ path, text }) => [path, text]));
}
