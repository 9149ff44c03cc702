import type { Db } from '@/db/client';
import type { SubmissionInCourse } from '@/db/queries/work-queue';
import { placeInWork } from './place';
import { recordWork } from './record-work';
import { settleWork } from './settle-work';

/** What follows once a version is graded: its grade, and the ledger of a learner who sees it. The learner was locked. */
export async function afterGraded(
  db: Db,
  slug: string,
  { enrollmentId, lessonId, userId }: Pick<SubmissionInCourse, 'enrollmentId' | 'lessonId' | 'userId'>,
  { actorId, released }: { actorId: string | null; released: boolean },
): Promise<void> {
  await settleWork(db, { enrollmentId, lessonId }, { action: 'marked', actorId });
  const place = released ? await placeInWork(db, { course: slug, lesson: lessonId }, { userId }) : null;
  if (place?.rules.pass !== undefined) await recordWork(db, place);
}
