import type { Db } from '@/db/client';
import { gradeOf } from '@/db/queries/grading';
import { shownPercent } from '@/rules/grading/grades';

/** The grade that a person set in place of what somebody's work came to, once it may be seen. */
export async function shownOverride(
  db: Db,
  enrollmentId: string,
  itemId: string,
): Promise<{ percent: string; reason: string } | null> {
  const grade = await gradeOf(db, enrollmentId, itemId);
  return grade?.override != null && grade.releasedAt !== null
    ? { percent: shownPercent(grade.override), reason: grade.overrideReason }
    : null;
}
