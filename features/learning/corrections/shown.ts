import { hardestFirst, regradeCounts } from '@/rules/assessment/regrade';
import { shownPercent } from '@/rules/grading/grades';
import { rowsPerPage } from '@/rules/tables/table-view';
import type { LearnerChange, Regrade } from './plan';

const shown = ({ enrollmentId, name, before, after, overridden }: LearnerChange) => ({
  enrollmentId,
  name,
  before: { percent: shownPercent(before.share), passed: before.passed },
  after: { percent: shownPercent(after.share), passed: after.passed },
  overridden,
});

/** A regrade as its preview shows it: what it does to how many, and to whom, a page at a time. */
export function shownRegrade({ attempts, learners, unreadable, fingerprint }: Regrade, page: number) {
  const first = (page - 1) * rowsPerPage;
  return {
    attempts: attempts.length,
    unreadable,
    fingerprint,
    counts: regradeCounts(learners),
    changed: learners.length,
    learners: hardestFirst(learners)
      .slice(first, first + rowsPerPage)
      .map(shown),
    page,
    pages: Math.max(1, Math.ceil(learners.length / rowsPerPage)),
  };
}

export type ShownRegrade = ReturnType<typeof shownRegrade>;
