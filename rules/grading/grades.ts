import type { LatePolicy } from '../assessment/late';

/** What happened to a grade. */
export const gradeActions = [
  'marked',
  'corrected',
  'overridden',
  'override-removed',
  'released',
  'withheld',
  'restored',
] as const;
export type GradeAction = (typeof gradeActions)[number];

/** By which rules a grade came about: which attempt counts and why, what being late took, what was corrected. */
export type GradeRule = {
  counts: 'best' | 'latest' | 'first';
  attempt: number;
  attempts: number;
  /** Points of the attempt in millionths: as it was marked, and with its corrections. */
  marked: { earned: number; possible: number };
  /** Hints that were taken, and what they took, in millionths; of `marked` it is taken already. */
  hints?: { taken: number; took: number };
  corrected?: { earned: number; possible: number };
  late?: LatePolicy & { days: number };
  /** What an attempt is here, where it is not one at a quiz. */
  of?: 'work';
};

/** A grade at one moment, as its history keeps it: shares in millionths. */
export type GradeSnapshot = {
  raw: number | null;
  final: number | null;
  override: number | null;
  released: boolean;
};

/** Everything, as a share in millionths. */
export const wholeShare = 1_000_000;

/** A share in millionths, rounded down; nothing of nothing is nothing. */
export const shareOf = ({ earned, possible }: { earned: number; possible: number }): number =>
  possible === 0 ? 0 : Number((BigInt(earned) * BigInt(wholeShare)) / BigInt(possible));

/** What counts: what a person set, else what the rules came to; null while there is neither. */
export const effective = ({ final, override }: Pick<GradeSnapshot, 'final' | 'override'>): number | null =>
  override ?? final;

/** Percent with at most two decimals, rounded down, as it is shown: 66.66. */
export const shownPercent = (share: number): string => String(Math.floor(share / 100) / 100);

/** Whether a grade is the same as another in everything that its history keeps. */
export const sameGrade = (one: GradeSnapshot | null, other: GradeSnapshot): boolean =>
  one !== null &&
  one.raw === other.raw &&
  one.final === other.final &&
  one.override === other.override &&
  one.released === other.released;

/** Whether a grade came about in the same way as before. */
export function sameRule(one: GradeRule | null, other: GradeRule | null): boolean {
  const facts = (rule: GradeRule | null) =>
    rule && [
      rule.of,
      rule.counts,
      rule.attempt,
      rule.attempts,
      rule.marked.earned,
      rule.marked.possible,
      rule.hints?.taken,
      rule.hints?.took,
      rule.corrected?.earned,
      rule.corrected?.possible,
      rule.late?.perDay,
      rule.late?.floor,
      rule.late?.days,
    ];
  return JSON.stringify(facts(one)) === JSON.stringify(facts(other));
}
