import type { GradeChange, GradeRow } from '@/db/queries/grading';
import type { GradebookItem } from '@/rules/grading/settings';
import { snapshotOf } from '../grading/changed-grade';

type Override = { share: number | null; reason: string };

/**
 * A grade with what a person set, or without. Whether it may be seen stays as it is; what nobody has handed in
 * or written down before is seen at once where the item says so.
 */
export function overridden(
  row: GradeRow | undefined,
  enrollmentId: string,
  item: Pick<GradebookItem, 'id' | 'release'>,
  { share, reason }: Override,
): GradeChange {
  const before = snapshotOf(row);
  const untold = before === null || (before.final === null && before.override === null);
  const released = untold ? item.release === 'at-once' && share !== null : before.released;
  return {
    enrollmentId,
    itemId: item.id,
    editionId: row?.editionId ?? null,
    attemptId: row?.attemptId ?? null,
    rule: row?.rule ?? null,
    overrideReason: share === null ? '' : reason,
    before,
    after: { raw: before?.raw ?? null, final: before?.final ?? null, override: share, released },
  };
}
