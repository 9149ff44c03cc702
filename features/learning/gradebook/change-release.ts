import * as z from 'zod';
import type { Db } from '@/db/client';
import { takeQuizTurn } from '@/db/queries/corrections';
import { gradesThat, setAttemptsReleased } from '@/db/queries/grade-release';
import { lockEnrollments } from '@/db/queries/gradebook';
import { lockGrades } from '@/db/queries/grading';
import type { GradebookItem } from '@/rules/grading/settings';
import { NotFound, Refused } from '@/server/operation';
import { snapshotOf } from '../grading/changed-grade';
import { writeGrades } from '../grading/write-grades';
import { courseInput } from '../in-course';
import { itemIdInput } from './learner-of-course';

export const releaseInput = {
  ...courseInput,
  item: itemIdInput,
  /** A cohort, or nothing for everybody. */
  cohort: z.union([z.literal(''), z.uuid()]),
  /** How many the preview said. */
  count: z.coerce.number().int().min(0).max(10_000_000),
};

type Change = {
  courseId: string;
  slug: string;
  item: Pick<GradebookItem, 'id' | 'kind'>;
  cohort: string;
  count: number;
  released: boolean;
  actorId: string;
};

/**
 * Lets learners see their grade in an item, or no more, with the attempts it came from. Refused where it would be
 * other than the number that was looked at.
 * @returns whose grade it was
 */
export async function changeRelease(db: Db, change: Change): Promise<string[]> {
  const { courseId, slug, item, cohort, count, released, actorId } = change;
  // Written work is released with its comments, where it is graded.
  if (item.kind === 'work') throw new NotFound('written work is released in its queue');
  const scope = { courseId, itemId: item.id, cohortId: cohort || null };
  const which = released ? 'wait' : 'are-released';
  await lockEnrollments(db, await gradesThat(db, which, scope));
  // After the enrollments and before attempts and grades, as whoever hands in: nobody corrects the quiz meanwhile.
  if (item.kind === 'quiz') await takeQuizTurn(db, slug, item.id, 'shared');
  // Read again now that nobody grades them.
  const ids = await gradesThat(db, which, scope);
  if (ids.length !== count || count === 0) throw new Refused('changed-meanwhile');
  if (item.kind === 'quiz')
    await setAttemptsReleased(db, { enrollmentIds: ids, lessonId: item.id, released });
  const rows = await lockGrades(db, ids, item.id);
  const changes = [...rows.values()].flatMap((row) => {
    const before = snapshotOf(row);
    const { enrollmentId, itemId, editionId, attemptId, overrideReason, rule } = row;
    const same = { enrollmentId, itemId, editionId, attemptId, overrideReason, rule };
    return before ? [{ ...same, before, after: { ...before, released } }] : [];
  });
  await writeGrades(db, changes, { action: released ? 'released' : 'withheld', actorId });
  return ids;
}
