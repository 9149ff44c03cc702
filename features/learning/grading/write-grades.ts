import type { Db } from '@/db/client';
import { type GradeChange, type GradeDeed, recordGrades } from '@/db/queries/grading';
import { keepTotals } from '../gradebook/keep-totals';

/**
 * Writes grades with their history, and brings the totals of their learners along: the one way a grade ever
 * changes. The grades were locked by `lockGrades`.
 */
export async function writeGrades(db: Db, changes: readonly GradeChange[], deed: GradeDeed): Promise<void> {
  if (changes.length === 0) return;
  await recordGrades(db, changes, deed);
  await keepTotals(db, [...new Set(changes.map(({ enrollmentId }) => enrollmentId))]);
}
