import type { Answer } from '../learning/evidence';
import { afterHints } from './hints';

/**
 * What is put right about a question after attempts: it is left out of every attempt that asked it, everybody
 * has full marks for it, some answers that were given are right as well, or it is marked with the key that a
 * later edition has.
 */
export type Correction =
  | { do: 'leave-out' }
  | { do: 'full-marks' }
  | { do: 'also-right'; answers: Answer[] }
  | { do: 'mark-as'; editionId: string };

/** A correction of one question, with the editions it holds for: those in which the question reads the same. */
export type CorrectionOf = {
  blockId: string;
  fromEdition: number;
  throughEdition: number;
  correction: Correction;
};

/** Whether a correction holds for attempts of an edition. */
export const holdsFor = (
  { fromEdition, throughEdition }: Pick<CorrectionOf, 'fromEdition' | 'throughEdition'>,
  edition: number,
): boolean => fromEdition <= edition && edition <= throughEdition;

/**
 * Points of a question, in millionths: what the answer was marked with, and what it earned after the hints that were
 * taken; null where it does not count.
 */
export type QuestionMark = { blockId: string; marked: number | null; earned: number | null };

/** A whole point. Points are whole numbers, so that sums are exact. */
export const wholePoint = 1_000_000;

const same = (one: Answer, other: Answer): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index]);

type Asked = {
  blockId: string;
  /** Null where nothing was answered. */
  answer: Answer | null;
  /** What the hints that were taken cost, in percent of its points. */
  hints: number;
  /** From 0 to 1, by a key; null where that key cannot read the answer. Without an edition by its own key. */
  score: (editionId: string | null) => number | null;
};

/**
 * The correction that decides what an answer to a question earns, of those that hold for it, oldest first; null where
 * none does. They add up in the learner's favour where they speak of answers; of later keys the newest counts.
 */
export function decidingCorrection(
  answer: Answer | null,
  corrections: readonly Correction[],
): Correction | null {
  const of = (does: Correction['do']) => corrections.find((one) => one.do === does);
  const forAll = of('leave-out') ?? of('full-marks');
  if (forAll || !answer) return forAll ?? null;
  const right = corrections.find(
    (one) => one.do === 'also-right' && one.answers.some((other) => same(other, answer)),
  );
  return right ?? corrections.findLast((one) => one.do === 'mark-as') ?? null;
}

/**
 * What a question earns with the corrections of its lesson, oldest first. A later key stands in place of the own one
 * where it can read the answer, and a question that is left out counts for nobody. Hints cost what they cost whatever
 * is corrected, but where everybody has full marks.
 * @param edition the number of the edition that the attempt is of
 */
export function correctedMark(
  { blockId, answer, hints, score }: Asked,
  corrections: readonly CorrectionOf[],
  edition: number,
): QuestionMark {
  const mine = corrections.filter((one) => one.blockId === blockId && holdsFor(one, edition));
  const decides = decidingCorrection(
    answer,
    mine.map(({ correction }) => correction),
  );
  if (decides?.do === 'leave-out') return { blockId, marked: null, earned: null };
  if (decides?.do === 'full-marks') return { blockId, marked: wholePoint, earned: wholePoint };
  const marked = (): number => {
    if (!answer) return 0;
    if (decides?.do === 'also-right') return wholePoint;
    const share = (decides ? score(decides.editionId) : null) ?? score(null) ?? 0;
    return Math.round(share * wholePoint);
  };
  const points = marked();
  return { blockId, marked: points, earned: afterHints(points, hints) };
}

/** What an attempt earned, and could: of each question that counts one whole point. */
export function sumOf(marks: readonly Pick<QuestionMark, 'earned'>[]): { earned: number; possible: number } {
  const counted = marks.flatMap(({ earned }) => (earned === null ? [] : [earned]));
  return {
    earned: counted.reduce((sum, earned) => sum + earned, 0),
    possible: counted.length * wholePoint,
  };
}
