import type { LabSubmissionRow } from '@/db/queries/labs';
import type { SubmissionSeen } from '@/kinds/labs/screen';

/** A submission as its learner sees it. */
export const seenOf = ({ at, outcome, code, says, field }: LabSubmissionRow): SubmissionSeen => ({
  at: at.toISOString(),
  outcome,
  code,
  says,
  where: field,
});
