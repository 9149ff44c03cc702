import type { Db } from '@/db/client';
import { setCurrentEdition } from '@/db/queries/editions';
import { setZone } from '@/db/queries/publishing';
import type { CourseFiles } from '@/rules/authoring/course-files';
import type { LearnerMoves } from '@/rules/editions/moves';
import type { CompiledCourse } from '../compile/course';
import { type Published, recordNextEdition } from '../store-edition';
import { carryOutMoves, type Moved } from './carry-out-moves';

/**
 * Publishes a compiled course: stores the edition, moves learners to it, and makes it the current one. The
 * course itself is written last, because whoever enrolls or withdraws locks it after their enrollment. The
 * caller has the turn to publish.
 */
export async function publishCompiled(
  db: Db,
  publication: {
    course: { id: string; currentEditionId: string | null };
    compiled: CompiledCourse;
    files: CourseFiles;
    publishedBy: string;
    note: string;
    moves: LearnerMoves;
  },
): Promise<Published & Moved> {
  const { course, compiled, publishedBy, moves } = publication;
  const published = await recordNextEdition(db, publication);
  const to = { id: published.editionId, number: published.number, manifest: compiled.manifest };
  const moved = await carryOutMoves(db, { courseId: course.id, to, moves, actorId: publishedBy });
  await setZone(db, course.id, compiled.zone);
  if (published.outcome !== 'unchanged') await setCurrentEdition(db, course.id, published.editionId);
  return { ...published, ...moved };
}
