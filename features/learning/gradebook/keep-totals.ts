import type { Db } from '@/db/client';
import {
  coursesOfEnrollments,
  currentEditionOf,
  type GradeShare,
  lockTotals,
  setTotals,
  sharesOf,
  type Total,
} from '@/db/queries/gradebook';

import { courseResult, type Shares } from '@/rules/grading/gradebook';
import { grouped } from '@/rules/grouped';
import { type Gradebook, gradebookNow } from './items';

/** How many learners are worked out at once. */
export const totalsAtOnce = 500;

/** Grades by item, as the rules take them. */
const sharesByItem = (rows: readonly GradeShare[]): Shares =>
  new Map(rows.map(({ itemId, share }) => [itemId, share]));

/** What learners have by a gradebook, from their grades. */
export function totalsBy(
  { settings, items }: Pick<Gradebook, 'settings' | 'items'>,
  enrollmentIds: readonly string[],
  rows: readonly GradeShare[],
): Total[] {
  const byLearner = grouped(rows, (row) => row.enrollmentId);
  return enrollmentIds.map((enrollmentId) => {
    const result = courseResult(settings, items, sharesByItem(byLearner.get(enrollmentId) ?? []));
    return { enrollmentId, share: result.soFar, passed: result.passed };
  });
}

/**
 * Brings the totals of learners of one course to what their grades come to. They are locked before anything is
 * read, so that of two who change grades of one learner the later sees both.
 */
export async function keepTotalsOf(
  db: Db,
  courseId: string,
  enrollmentIds: readonly string[],
  known: Gradebook | null = null,
): Promise<void> {
  await lockTotals(db, courseId, enrollmentIds);
  const gradebook = known ?? (await gradebookNow(db, courseId, await currentEditionOf(db, courseId)));
  for (let at = 0; at < enrollmentIds.length; at += totalsAtOnce) {
    const some = enrollmentIds.slice(at, at + totalsAtOnce);
    await setTotals(db, totalsBy(gradebook, some, await sharesOf(db, some)), gradebook.edition);
  }
}

/** The same for learners of whatever courses. */
export async function keepTotals(db: Db, enrollmentIds: readonly string[]): Promise<void> {
  if (enrollmentIds.length === 0) return;
  const rows = await coursesOfEnrollments(db, enrollmentIds);
  for (const [courseId, own] of grouped(rows, (row) => row.courseId))
    await keepTotalsOf(
      db,
      courseId,
      own.map((row) => row.enrollmentId),
    );
}
