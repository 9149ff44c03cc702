import { wholePoint } from '../assessment/corrections';
import type { Criterion } from './work';

/** By criterion: which of its levels was chosen, from 0. */
export type Scores = Record<string, number>;

const best = ({ levels }: Criterion): number => Math.max(...levels.map(({ points }) => points));

/** The most points that a rubric gives. */
export const pointsOf = (rubric: readonly Criterion[]): number =>
  rubric.reduce((sum, criterion) => sum + best(criterion), 0);

/** The criteria for which no level was chosen that they have. */
export const openCriteria = (rubric: readonly Criterion[], scores: Scores): Criterion[] =>
  rubric.filter(({ id, levels }) => !Object.hasOwn(scores, id) || !levels[scores[id] ?? -1]);

/** What the chosen levels come to, in millionths of a point; what is open earns nothing. */
export function rubricMark(
  rubric: readonly Criterion[],
  scores: Scores,
): { earned: number; possible: number } {
  const earned = rubric.reduce(
    (sum, { id, levels }) => sum + (levels[Object.hasOwn(scores, id) ? (scores[id] ?? -1) : -1]?.points ?? 0),
    0,
  );
  return { earned: earned * wholePoint, possible: pointsOf(rubric) * wholePoint };
}

/** Of several gradings, oldest first, the one that counts: the best, and of equal ones the first; -1 of none. */
export const countingGrading = (marks: readonly { earned: number; possible: number }[]): number =>
  marks.reduce(
    (found, mark, index) =>
      found < 0 || mark.earned * (marks[found]?.possible ?? 1) > (marks[found]?.earned ?? 0) * mark.possible
        ? index
        : found,
    -1,
  );
