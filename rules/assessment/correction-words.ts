import type { Answer } from '../learning/evidence';
import type { Correction } from './corrections';

/** What a correction does, in the words of whoever makes it. */
export const correctionLabels = {
  'leave-out': 'Leave the question out',
  'full-marks': 'Full marks for everybody',
  'also-right': 'Count other answers as right as well',
  'mark-as': 'Mark it with the key of a later edition',
} as const satisfies Record<Correction['do'], string>;

/** What a correction did, in a sentence for the people of the course. */
export function correctionInWords(
  correction: Correction,
  words: { answer: (answer: Answer) => string; edition: (id: string) => number },
): string {
  if (correction.do === 'leave-out') return 'The question is left out: it counts for nobody.';
  if (correction.do === 'full-marks') return 'Everybody who was asked has full marks for it.';
  if (correction.do === 'mark-as')
    return `It is marked with the key of edition ${words.edition(correction.editionId)}.`;
  const list = new Intl.ListFormat('en-GB').format(correction.answers.map((one) => `“${words.answer(one)}”`));
  return `${list} ${correction.answers.length === 1 ? 'counts' : 'count'} as right as well.`;
}

/** The same for the learner: what it means for their answer, without a word of what is right. */
export const correctionForLearner = {
  'leave-out': 'This question was taken out: it counts for nobody.',
  'full-marks': 'Everybody has full marks for this question.',
  'also-right': 'Your answer was counted as wrong at first, and counts as right.',
  'mark-as': 'The key to this question was mended, and your answer marked again.',
} as const satisfies Record<Correction['do'], string>;
