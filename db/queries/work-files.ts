import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { CourseRole } from '@/rules/accounts/roles';
import type { Db } from '../client';
import { courseStaff, courses, enrollments, submissions, workFiles } from '../schema';

const shown = {
  id: workFiles.id,
  number: workFiles.number,
  name: workFiles.name,
  type: workFiles.type,
  bytes: workFiles.bytes,
};

export type WorkFile = { id: string; number: number; name: string; type: string; bytes: number };

/** The files of a learner's written work, of all its versions, in the order in which they came. */
export const filesOf = (db: Db, enrollmentId: string, lessonId: string): Promise<WorkFile[]> =>
  db
    .select(shown)
    .from(workFiles)
    .where(
      and(
        eq(workFiles.enrollmentId, enrollmentId),
        eq(workFiles.lessonId, lessonId),
        isNull(workFiles.removedAt),
      ),
    )
    .orderBy(asc(workFiles.addedAt), asc(workFiles.id));

type Version = { enrollmentId: string; lessonId: string; number: number };

/** Puts a file with a version. The enrollment was locked. */
export async function addFile(
  db: Db,
  file: Version & { hash: string; type: string; bytes: number; name: string },
): Promise<WorkFile> {
  const [row] = await db.insert(workFiles).values(file).returning(shown);
  if (!row) throw new Error('a file was not noted');
  return row;
}

/** Takes a file out of a version, or puts it back. @returns whether it was there to be. */
export async function setRemoved(
  db: Db,
  { enrollmentId, lessonId, number }: Version,
  id: string,
  removed: boolean,
): Promise<boolean> {
  const rows = await db
    .update(workFiles)
    .set({ removedAt: removed ? sql`now()` : null })
    .where(
      and(
        eq(workFiles.id, id),
        eq(workFiles.enrollmentId, enrollmentId),
        eq(workFiles.lessonId, lessonId),
        eq(workFiles.number, number),
        removed ? isNull(workFiles.removedAt) : sql`${workFiles.removedAt} is not null`,
      ),
    )
    .returning({ id: workFiles.id });
  return rows.length > 0;
}

/** A file of written work with what decides who may read it; null when there is none. */
export async function fileForReader(db: Db, id: string, userId: string) {
  const [row] = await db
    .select({
      ...shown,
      hash: workFiles.hash,
      ownerId: enrollments.userId,
      staffRole: sql<CourseRole | null>`${courseStaff.role}`,
      handedIn: sql<boolean>`${submissions.handedInAt} is not null`,
      graded: sql<boolean>`${submissions.gradedAt} is not null`,
      anonymous: sql<boolean>`coalesce((${submissions.rules}->>'anonymous')::boolean, true)`,
      /** Which one it is among those of its version. */
      place: sql<number>`(select count(*)::int from work_files f where f.enrollment_id = ${workFiles.enrollmentId}
        and f.lesson_id = ${workFiles.lessonId} and f.number = ${workFiles.number} and f.removed_at is null
        and (f.added_at, f.id) <= (${workFiles.addedAt}, ${workFiles.id}))`,
    })
    .from(workFiles)
    .innerJoin(enrollments, eq(enrollments.id, workFiles.enrollmentId))
    .innerJoin(courses, eq(courses.id, enrollments.courseId))
    .leftJoin(courseStaff, and(eq(courseStaff.courseId, courses.id), eq(courseStaff.userId, userId)))
    .leftJoin(
      submissions,
      and(
        eq(submissions.enrollmentId, workFiles.enrollmentId),
        eq(submissions.lessonId, workFiles.lessonId),
        eq(submissions.number, workFiles.number),
      ),
    )
    .where(and(eq(workFiles.id, id), isNull(workFiles.removedAt)));
  return row ?? null;
}

/** Forgets the files that were taken out more than a day ago; their bytes go where nothing else names them. */
export async function sweepWorkFiles(db: Db): Promise<void> {
  await db.delete(workFiles).where(sql`${workFiles.removedAt} < now() - interval '1 day'`);
}
