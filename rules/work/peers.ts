import { openCriteria, type Scores } from './rubric';
import type { Criterion } from './work';

/** Review by peers, as an edition fixes it. */
export type PeerRules = {
  /** How many works of others everybody reviews. */
  reviews: number;
  /** With fewer reviews that weigh something, the grader decides alone. */
  least: number;
  /** Whether what the reviews come to is the grade; else they are advice to the grader. */
  counts: boolean;
  /** For how many hours somebody holds a work that they took. */
  hours: number;
  /** How many samples are scored first; what their author gave them is kept elsewhere. */
  samples: number;
};

/** A text with what its author gives it: somebody who reviews scores it first. */
export type Sample = { text: string; scores: Scores };

/** What a whole weight is, as everything that is a share. */
export const wholeWeight = 1_000_000;

/** How far two levels of a criterion are apart, from 0 to 1 of what the criterion gives at the most and least. */
function distance({ id, levels }: Criterion, one: Scores, other: Scores): number {
  const points = (scores: Scores): number => levels[scores[id] ?? 0]?.points ?? 0;
  const all = levels.map((level) => level.points);
  return Math.abs(points(one) - points(other)) / (Math.max(...all) - Math.min(...all));
}

/** How near somebody came to the author of a sample, in millionths: whole where every level is the same. */
export const nearness = (rubric: readonly Criterion[], own: Scores, author: Scores): number =>
  Math.round(
    wholeWeight *
      (1 - rubric.reduce((sum, criterion) => sum + distance(criterion, own, author), 0) / rubric.length),
  );

/**
 * What the reviews of somebody weigh, in millionths: twice as far from nothing as their samples are from half way.
 * Who is half way off on average, which guessing comes to, weighs nothing; who scores as the author does, weighs
 * whole. Without samples everybody weighs the same.
 */
export function reviewerWeight(near: readonly number[]): number {
  if (near.length === 0) return wholeWeight;
  const mean = near.reduce((sum, one) => sum + one, 0) / near.length;
  return Math.min(wholeWeight, Math.max(0, Math.round(mean * 2 - wholeWeight)));
}

export type PeerReview = { scores: Scores; weight: number };

/** The level below and from which half of the weight lies, the lower one of two. */
function weightedMedian(values: readonly { level: number; weight: number }[]): number {
  const sorted = [...values].sort((a, b) => a.level - b.level);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let reached = 0;
  for (const { level, weight } of sorted) {
    reached += weight;
    if (reached >= half) return level;
  }
  return 0;
}

/**
 * What reviews come to: by criterion the weighted median of their levels, so that one far off moves nothing; null
 * of too few that weigh something and are whole.
 */
export function peerScores(
  rubric: readonly Criterion[],
  reviews: readonly PeerReview[],
  least: number,
): Scores | null {
  const counted = reviews.filter(
    ({ scores, weight }) => weight > 0 && openCriteria(rubric, scores).length === 0,
  );
  if (counted.length === 0 || counted.length < least) return null;
  return Object.fromEntries(
    rubric.map(({ id }) => [
      id,
      weightedMedian(counted.map(({ scores, weight }) => ({ level: scores[id] ?? 0, weight }))),
    ]),
  );
}

/** A work as the allocation of reviews sees it; `reviews` are those finished or under way. */
export type Reviewable = { id: string; reviews: number; at: number };

/**
 * Which work is reviewed next: of those that may be, one with the fewest reviews. Of these the next in a ring, the
 * first that was handed in after one's own: so nobody is left with their own work as the only one that lacks a review.
 * Those of one moment stand in the order of their ids.
 */
export function nextReviewed(
  works: readonly Reviewable[],
  own: Pick<Reviewable, 'id' | 'at'>,
): Reviewable | null {
  const order = (a: Pick<Reviewable, 'id' | 'at'>, b: Pick<Reviewable, 'id' | 'at'>): number =>
    a.at - b.at || (a.id < b.id ? -1 : 1);
  const before = (work: Reviewable): number => Number(order(work, own) < 0);
  return [...works].sort((a, b) => a.reviews - b.reviews || before(a) - before(b) || order(a, b))[0] ?? null;
}

export type ReviewerState = 'samples' | 'reviewing' | 'may-take' | 'done';

/** What somebody does next: the samples first, then what they hold, then another, until they have reviewed enough. */
export function reviewerState(
  rules: PeerRules,
  { scored, holds, finished }: { scored: number; holds: boolean; finished: number },
): ReviewerState {
  if (holds) return 'reviewing';
  if (scored < rules.samples) return 'samples';
  return finished < rules.reviews ? 'may-take' : 'done';
}
