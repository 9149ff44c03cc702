import type { Db } from '@/db/client';
import { draftPaths } from '@/db/queries/drafts';
import { type FileProblem, lessonPath } from '@/rules/authoring/course-files';

/** A problem with the way to where it is put right; without one where the file itself is missing. */
export type ShownProblem = FileProblem & { fileId: string | null; room: 'lessons' | 'files' };

/** The problems of a draft with the files in which they stand. */
export async function shownProblems(
  db: Db,
  courseId: string,
  problems: readonly FileProblem[],
): Promise<ShownProblem[]> {
  const ids = new Map((await draftPaths(db, courseId)).map(({ id, path }) => [path, id]));
  return problems.map((problem) => ({
    ...problem,
    fileId: ids.get(problem.file) ?? null,
    room: lessonPath.test(problem.file) ? 'lessons' : 'files',
  }));
}
