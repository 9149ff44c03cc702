import type { Db } from '@/db/client';
import { type GradeDeed, lockGrades } from '@/db/queries/grading';
import { versionsOf } from '@/db/queries/work';
import { changedGrade } from '../grading/changed-grade';
import { writeGrades } from '../grading/write-grades';
import { outcomesOfWork } from './outcome';

/**
 * Brings the grade of a learner in written work to what their versions come to now: the best of those that were
 * graded, what being late took, and whether all of it is released. What a person set instead stays. Where nothing
 * changed, nothing is written.
 */
export async function settleWork(
  db: Db,
  { enrollmentId, lessonId }: { enrollmentId: string; lessonId: string },
  deed: GradeDeed,
): Promise<void> {
  const grade = (await lockGrades(db, [enrollmentId], lessonId)).get(enrollmentId);
  const versions = await versionsOf(db, enrollmentId, lessonId);
  const { counted, outcomes, index } = outcomesOfWork(versions, ({ gradedAt }) => gradedAt !== null);
  const [version, outcome] = [counted[index], outcomes[index]];
  if (!version || !outcome) return;
  const change = changedGrade(grade, {
    enrollmentId,
    itemId: lessonId,
    editionId: version.editionId,
    attemptId: null,
    rule: {
      of: 'work',
      counts: 'best',
      attempt: version.number,
      attempts: counted.length,
      marked: { earned: outcome.marked, possible: outcome.possible },
    },
    late: version.rules.late,
    outcome,
    released: counted.every(({ releasedAt }) => releasedAt !== null),
  });
  if (change) await writeGrades(db, [change], deed);
}
