import { type Agreement, leastPairs, leastWorks, type Strictness } from './agreement';
import type { Moderation } from './moderation';

/** What a learner reads of moderation before they write. */
export const moderationInWords = ({ share, apart }: Moderation): string =>
  `${share === 100 ? 'All works' : `${share} of 100 works, drawn by lot,`} are graded by two people who do not see each other’s grading; more than ${apart} percentage points apart, another decides`;

/** Where work stands for its graders that is graded by two, or by the reviews of peers. */
export type GradingStage = 'both' | 'second' | 'apart' | 'peers';

export const stageWords: Record<GradingStage, string> = {
  both: 'Graded by two',
  second: 'One of two has graded it',
  apart: 'Two graders are apart: an owner or a moderator decides',
  peers: 'Its peers review it, and what they come to is the grade; it is graded here if they are too few',
};

const decimals = (value: number, digits: number): string =>
  (Math.abs(value) < 0.5 / 10 ** digits ? 0 : value).toFixed(digits);

/** How far graders agree beyond chance, with what that is usually called (Landis and Koch). */
export function kappaInWords({ pairs, kappa }: Agreement): string {
  if (pairs < leastPairs) return `too few (under ${leastPairs})`;
  if (kappa === null) return 'all the same level';
  const called =
    kappa > 0.8
      ? 'very good'
      : kappa > 0.6
        ? 'good'
        : kappa > 0.4
          ? 'moderate'
          : kappa > 0.2
            ? 'fair'
            : 'slight or none';
  return `${decimals(kappa, 2)}, ${called}`;
}

export const differenceInWords = ({ difference }: Agreement): string =>
  difference === null ? 'none yet' : `${decimals(difference, 1)} ${difference === 1 ? 'point' : 'points'}`;

/** Whether a grader gives more or less than who graded the same. */
export function strictnessInWords({ against }: Strictness): string {
  if (against === null) return `too few (under ${leastWorks})`;
  const points = decimals(Math.abs(against), 1);
  if (points === '0.0') return 'as much as others';
  return `${points} percentage points ${against < 0 ? 'less than' : 'more than'} others`;
}

/** Said where a course asks for two graders and has one. */
export const oneGrader =
  'Only one person grades in this course, so nothing is graded twice until a second grader joins; work is graded once meanwhile.';
