import { type GradeAction, type GradeRule, shownPercent } from './grades';
import { exactPoints } from './percent';

/** A line of a derivation: what it is about, its numbers, and why they are so. */
export type DerivationLine = { what: string; numbers: string; why: string };

export const percentText = (share: number): string => `${shownPercent(share)} %`;

const countingWords: Record<GradeRule['counts'], string> = {
  best: 'of several attempts the best counts',
  latest: 'of several attempts the latest counts',
  first: 'of several attempts the first counts',
};

const countingWordsOf = ({ counts, of }: GradeRule): string =>
  of === 'work' ? `of several versions the ${counts} counts` : countingWords[counts];

const points = ({ earned, possible }: { earned: number; possible: number }): string =>
  `${exactPoints(earned)} of ${exactPoints(possible)} points`;

export type DerivedGrade = {
  /** Null where nothing was handed in. */
  rule: GradeRule | null;
  final: number | null;
  override: number | null;
  overrideReason: string;
};

/** How a grade came about, line by line: the attempt that counts, corrections, being late, and what a person set. */
export function gradeLines({ rule, final, override, overrideReason }: DerivedGrade): DerivationLine[] {
  const lines: DerivationLine[] = [];
  if (rule) {
    const { attempt, attempts, marked, hints, corrected, late, of } = rule;
    lines.push({
      what: `${of === 'work' ? 'Version' : 'Attempt'} ${attempt} of ${attempts}`,
      numbers: points(marked),
      why: attempts > 1 ? `As it was marked; ${countingWordsOf(rule)}` : 'As it was marked',
    });
    if (hints)
      lines.push({
        what: hints.taken === 1 ? '1 hint' : `${hints.taken} hints`,
        numbers: hints.took === 0 ? '0 points' : `−${exactPoints(hints.took)} points`,
        why:
          hints.took === 0
            ? 'Nothing was taken off'
            : 'Taken off already: what each cost was said before it was taken',
      });
    if (corrected)
      lines.push({
        what: 'Corrected',
        numbers: points(corrected),
        why: 'Questions were put right after it was handed in',
      });
    if (late)
      lines.push({
        what: late.days === 1 ? '1 day late' : `${late.days} days late`,
        numbers: `${Math.max(late.floor, 100 - late.perDay * late.days, 0)} % of it stay`,
        why: `Each day begun takes ${late.perDay} %, and ${late.floor} % always stay`,
      });
  }
  if (rule && final !== null)
    lines.push({ what: 'By the rules', numbers: percentText(final), why: 'Rounded down' });
  if (override !== null)
    lines.push({
      what: rule ? 'Set instead' : 'Written down',
      numbers: percentText(override),
      why: overrideReason || 'By a person',
    });
  return lines;
}

/** What happened to a grade, as its history says it. */
export const gradeActionWords: Record<GradeAction, string> = {
  marked: 'Marked',
  corrected: 'Corrected',
  overridden: 'Set by hand',
  'override-removed': 'No longer set by hand',
  released: 'Released',
  withheld: 'Hidden from the learner',
  restored: 'Restored',
};
