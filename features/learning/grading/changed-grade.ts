import type { GradeChange, GradeRow } from '@/db/queries/grading';
import type { LatePolicy } from '@/rules/assessment/late';
import { type GradeRule, type GradeSnapshot, sameGrade, sameRule, shareOf } from '@/rules/grading/grades';
import type { Outcome } from './outcome';

/** A grade as its history keeps it; null while there is none. */
export const snapshotOf = (row: GradeRow | undefined): GradeSnapshot | null =>
  row ? { raw: row.raw, final: row.final, override: row.override, released: row.releasedAt !== null } : null;

/** What was handed in comes to by the rules. */
type Reached = Pick<GradeChange, 'enrollmentId' | 'itemId' | 'editionId' | 'attemptId'> & {
  /** How it came about, but for what being late took. */
  rule: Omit<GradeRule, 'late'>;
  late: LatePolicy | undefined;
  outcome: Outcome;
  released: boolean;
};

/**
 * A grade as what was handed in makes it. What a person set instead stays. Null where nothing changes: neither a number
 * nor how it came about, which another attempt changes also where it changes no number.
 */
export function changedGrade(
  grade: GradeRow | undefined,
  { rule: how, late, outcome, released, ...what }: Reached,
): GradeChange | null {
  const { days } = outcome;
  const rule: GradeRule = { ...how, ...(late && days > 0 ? { late: { ...late, days } } : {}) };
  const before = snapshotOf(grade);
  const after: GradeSnapshot = {
    raw: shareOf(how.marked),
    final: shareOf(outcome),
    override: grade?.override ?? null,
    released,
  };
  if (sameGrade(before, after) && sameRule(grade?.rule ?? null, rule)) return null;
  return { ...what, overrideReason: grade?.overrideReason ?? '', rule, before, after };
}
