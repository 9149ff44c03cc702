import type { LabSubmissionRow } from '@/db/queries/labs';
import type { RunReport } from '@/kinds/labs/run';
import type { SubmissionSeen } from '@/kinds/labs/screen';

/** A submission as its learner sees it. */
export const seenOf = ({ at, outcome, code, says, field }: LabSubmissionRow): SubmissionSeen => ({
  at: at.toISOString(),
  outcome,
  code,
  says,
  where: field,
});

/** What running a submission came to, as it was kept; null where nothing was run. */
export const reportOf = ({ report }: Pick<LabSubmissionRow, 'report'>): RunReport | null =>
  report as RunReport | null;
