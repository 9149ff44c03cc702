import type { Db } from '@/db/client';
import type { Actor } from '@/rules/access';
import { daysReview } from '@/rules/review/selection';
import { type ReviewStanding, reviewStanding } from './standing';

/** The card that comes next of how somebody stands; null when today's review is done. */
export function nextOf({ cards, perDay }: ReviewStanding): string | null {
  const made = cards.filter(({ fresh, stopped }) => !fresh && !stopped);
  return daysReview(made, perDay).cards[0]?.id ?? null;
}

/** The card that is asked next today; null when today's review is done. */
export const nextCard = async (db: Db, actor: Pick<Actor, 'userId'>, now: Date): Promise<string | null> =>
  nextOf(await reviewStanding(db, actor, now));
