import { rubricMark, type Scores } from './rubric';
import type { Criterion } from './work';

/** Moderation between graders, as an edition fixes it. */
export type Moderation = {
  /** Of a hundred works so many are graded by two. */
  share: number;
  /** From more than so many percentage points between the two on, somebody decides. */
  apart: number;
};

/** A number below 100 that follows from a text alone (FNV-1a, mixed once more so that its low digits are even). */
function percentile(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) % 100;
}

/**
 * Whether work is graded by two: drawn by its id, which the database makes at random. So nobody chooses it, no
 * text or writer makes it likelier, and it can be looked up later.
 */
export const isModerated = (id: string, moderation: Moderation | undefined): boolean =>
  moderation !== undefined && percentile(id) < moderation.share;

/** Whether two marks by one rubric are more percentage points apart than is let pass. */
export function areApart(rubric: readonly Criterion[], apart: number, one: Scores, other: Scores): boolean {
  const [a, b] = [rubricMark(rubric, one), rubricMark(rubric, other)];
  return Math.abs(a.earned - b.earned) * 100 > apart * a.possible;
}

/** Where work that is graded by two stands: not done yet, the first grading counts, or somebody has to decide. */
export type TwoGraders = 'open' | 'first' | 'apart';

/**
 * What comes of the gradings that are finished, the first one first. Two that are near enough say the same, and
 * then the first counts as it is: the mean of two levels is a level nobody described, and who was first is chance.
 * @param awaited whether a second one is still waited for
 */
export function afterGrading(
  rubric: readonly Criterion[],
  { apart }: Pick<Moderation, 'apart'>,
  finished: readonly Scores[],
  awaited: boolean,
): TwoGraders {
  const [first, second] = finished;
  if (!first) return 'open';
  if (second) return areApart(rubric, apart, first, second) ? 'apart' : 'first';
  return awaited ? 'open' : 'first';
}

const hour = 3_600_000;

/**
 * Whether a second grading is still waited for: not where nobody else grades in the course, nor when the promise
 * ends. In its last hour only somebody who is at work on it is waited for.
 * @param left until the promise ends, in milliseconds
 */
export const isSecondAwaited = (of: { others: number; left: number; atWork: boolean }): boolean =>
  of.others > 0 && of.left > 0 && (of.left > hour || of.atWork);

/**
 * Whether somebody may decide between two: who owns the course or is named for it, and has graded neither; where
 * no such person is left, one of the two may, so that nothing waits for ever.
 * @param others how many more may decide and have graded neither
 */
export const mayDecide = (of: { named: boolean; graded: boolean; others: number }): boolean =>
  of.named && (!of.graded || of.others === 0);
