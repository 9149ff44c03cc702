import type { Db } from '@/db/client';
import type { Actor } from '@/rules/access';
import { daysReview } from '@/rules/review/selection';
import { reviewStanding } from './standing';

/** The card that is asked next today; null when today's review is done. */
export async function nextCard(db: Db, actor: Pick<Actor, 'userId'>, now: Date): Promise<string | null> {
  const { cards, perDay } = await reviewStanding(db, actor, now);
  const made = cards.filter(({ fresh, stopped }) => !fresh && !stopped);
  return daysReview(made, perDay).cards[0]?.id ?? null;
}
