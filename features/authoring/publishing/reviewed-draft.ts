import type { Db } from '@/db/client';
import { type StudioCourse, studioCourse } from '@/db/queries/drafts';
import { editionByHash, editionById, takePublishingTurn } from '@/db/queries/editions';
import { lastPublication } from '@/db/queries/publications';
import type { CourseFiles, FileProblem } from '@/rules/authoring/course-files';
import { stopsPublishing } from '@/rules/authoring/course-files';
import { Refused } from '@/server/operation';
import type { CompiledCourse } from '../compile/course';
import { compiledDraft } from './compiled-draft';

/** The draft may not be published: with every mistake that stops it. */
export type Stopped = { ok: false; code: 'problems-open'; problems: FileProblem[] };

type Reviewed = {
  ok: true;
  /** As it is now that nobody else can publish it. */
  course: StudioCourse;
  files: CourseFiles;
  compiled: CompiledCourse;
};

/**
 * Takes the turn to publish a course and makes sure that what would be published is what was reviewed: the
 * same draft, compared with the same edition. Throws Refused when it is not.
 */
export async function reviewedDraft(
  db: Db,
  { slug }: StudioCourse,
  { userId, reviewed, against }: { userId: string; reviewed: string; against: number },
): Promise<Reviewed | Stopped> {
  if (!(await takePublishingTurn(db, slug))) throw new Refused('changed-meanwhile');
  const course = await studioCourse(db, slug, userId);
  if (!course) throw new Refused('changed-meanwhile');
  if ((await lastPublication(db, course.id))?.state === 'waiting') throw new Refused('publication-waiting');
  const { files, fingerprint, compiled, problems } = await compiledDraft(db, course);
  if (fingerprint !== reviewed) throw new Refused('changed-meanwhile');
  if (!compiled) return { ok: false, code: 'problems-open', problems: problems.filter(stopsPublishing) };
  const current = course.currentEditionId ? await editionById(db, course.currentEditionId) : null;
  if ((current?.number ?? 0) !== against) {
    // Pressed twice: what was asked for is what there is.
    const same = await editionByHash(db, course.id, compiled.contentHash);
    if (!current || same?.id !== current.id) throw new Refused('changed-meanwhile');
  }
  return { ok: true, course, files, compiled };
}
