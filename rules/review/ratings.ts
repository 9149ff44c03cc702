/** How well something was known, as the learner or the marking says; the words of FSRS. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof ratings)[number];

/** What a card asks: a check question that was missed, or a glossary term that was chosen. */
export const cardSources = ['question', 'term'] as const;
export type CardSource = (typeof cardSources)[number];

/** What an answer that the server marked counts as, before the learner says more. */
export const ratingOf = (correct: boolean): Rating => (correct ? 'good' : 'again');

/**
 * What the learner may say of a card themselves. Of a term everything, because nobody else can know it. Of a
 * question how hard a right answer was; that it was wrong is not theirs to change.
 */
export function mayRate(card: { source: CardSource; correct: boolean | null }): readonly Rating[] {
  if (card.source === 'term') return ratings;
  return card.correct === true ? ['hard', 'good', 'easy'] : [];
}
