import type { ListedQuestion } from '@/features/learning/oversight/get-question-statistics';
import { fewestForDiscrimination } from '@/rules/assessment/statistics';

type Statistics = Pick<ListedQuestion, 'discrimination' | 'paired' | 'suspicion' | 'preferred'>;

/** A share in whole percent, or a dash. */
export const percent = (share: number | null): string =>
  share === null ? '–' : `${Math.round(share * 100)} %`;

/** "Editions 1 to 3", "edition 2". */
export const editionsInWords = (from: number, through: number): string =>
  from === through ? `edition ${from}` : `editions ${from} to ${through}`;

/** How well a question tells strong from weak, in a word and a number. */
export function discriminationInWords({ discrimination: r, paired }: Statistics): string {
  if (r === 'few') return `too few (${paired} of ${fewestForDiscrimination})`;
  if (r === 'same') return 'all the same';
  const word = r < 0 ? 'against' : r < 0.1 ? 'hardly' : r < 0.3 ? 'somewhat' : 'well';
  return `${word} (r = ${r.toFixed(2)}, n = ${paired})`;
}

/** Why a question should be looked at, in a sentence; null where nothing is odd. */
export function suspicionInWords({ suspicion, preferred, paired }: Statistics): string | null {
  if (suspicion === null) return null;
  if (suspicion.why === 'against')
    return `Who does well in the rest of the quiz does badly here (r = ${suspicion.r.toFixed(2)}, n = ${paired}). Perhaps the key is wrong, or the question is read in two ways.`;
  const { wrong, right, strong } = suspicion;
  const chose = right === 0 ? 'nobody' : String(right);
  return `Of the ${strong} who did best in the rest of the quiz, ${wrong} answered “${preferred}”, which counts as wrong, and ${chose} gave a right answer. Perhaps the key is wrong.`;
}
