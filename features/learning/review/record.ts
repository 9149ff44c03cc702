import type { Db } from '@/db/client';
import { type CardRow, recordReview } from '@/db/queries/review';
import { dayIn } from '@/rules/authoring/course-draft';
import type { Answer } from '@/rules/learning/evidence';
import type { Memory } from '@/rules/review/memory';
import type { Rating } from '@/rules/review/ratings';
import type { CardPlace } from './place';
import { nextMemory } from './schedule';

/** What is remembered of a card; null while it was never reviewed. */
function memoryOf(card: CardRow): Memory | null {
  const { stability, difficulty, reps, lapses, reviewedOn, dueOn } = card;
  if (stability === null || difficulty === null || reviewedOn === null) return null;
  return { stability, difficulty, reps, lapses, reviewedOn, dueOn };
}

type Review = {
  rating: Rating;
  key: string;
  answer: Answer | null;
  correct: boolean | null;
  /** An earlier review of today that this says better, with what was remembered before it. */
  replaces?: { id: number; before: Memory | null };
};

/** Records a review of a card today, and when the card comes back. */
export async function recordToday(
  db: Db,
  { card, zone, editionId }: CardPlace,
  { rating, key, answer, correct, replaces }: Review,
  now: Date,
): Promise<void> {
  const on = dayIn(zone, now);
  const before = replaces ? replaces.before : memoryOf(card);
  const after = nextMemory(before, rating, on);
  await recordReview(db, {
    cardId: card.id,
    key,
    rating,
    on,
    replaces: replaces?.id ?? null,
    answer,
    correct,
    before,
    after,
    editionId,
  });
}
