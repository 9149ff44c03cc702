import type { VersionRow } from '@/db/queries/work';
import { afterLate, daysLate } from '@/rules/assessment/late';
import { localInstant } from '@/rules/authoring/schedule';
import { countingGrading, rubricMark } from '@/rules/work/rubric';
import type { Outcome } from '../grading/outcome';

export type WorkOutcome = Outcome & {
  /** As it was graded, in millionths of a point. */
  marked: number;
};

/**
 * What a version comes to. A later version is as late as the first one was: who may write it anew is not late
 * for having been asked to.
 * @param first when the first version was handed in
 */
export function outcomeOfWork({ rules, scores, zone }: VersionRow, first: Date | null): WorkOutcome {
  const { earned: marked, possible } = rubricMark(rules.rubric, scores ?? {});
  const days = first === null ? 0 : daysLate(localInstant(rules.due, zone), first);
  return { marked, earned: afterLate(marked, rules.late, days), possible, days };
}

/** When the first of somebody's versions was handed in. */
export const firstHandedIn = (versions: readonly VersionRow[]): Date | null =>
  versions.find(({ handedInAt }) => handedInAt !== null)?.handedInAt ?? null;

/** The outcomes of the versions that count by `which`, and which of them does; -1 where none. */
export function outcomesOfWork(versions: readonly VersionRow[], which: (version: VersionRow) => boolean) {
  const first = firstHandedIn(versions);
  const counted = versions.filter(which);
  const outcomes = counted.map((version) => outcomeOfWork(version, first));
  return { counted, outcomes, index: countingGrading(outcomes) };
}

/** Whether a version reaches its pass mark; where there is none, to be back is enough. */
export const isWorkPassed = ({ rules: { pass } }: VersionRow, { earned, possible }: WorkOutcome): boolean =>
  pass === undefined || earned * 100 >= pass * possible;
