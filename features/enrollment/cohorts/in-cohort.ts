import type { Db } from '@/db/client';
import { cohortOf } from '@/db/queries/cohorts';
import { studioCourse } from '@/db/queries/drafts';
import type { Actor } from '@/rules/access';

/** Subject of what concerns one cohort: the cohort of this course, with the role of whoever asks in the course. */
export async function inCohort(
  db: Db,
  { course: slug, cohort: cohortId }: { course: string; cohort: string },
  actor: Actor,
) {
  const course = await studioCourse(db, slug, actor.userId);
  const cohort = course && (await cohortOf(db, course.id, cohortId));
  return cohort ? { course, cohort, staffRole: course.staffRole } : null;
}
