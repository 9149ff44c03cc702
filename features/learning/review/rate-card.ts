import * as z from 'zod';
import { logOf } from '@/db/queries/review';
import { isSelfEnrolled } from '@/rules/access';
import { mayRate, ratings } from '@/rules/review/ratings';
import { operation, Refused } from '@/server/operation';
import { nextCard } from './next-card';
import { cardInput, cardState, lockedInCard } from './place';
import { recordToday } from './record';

/**
 * What the learner says of a card: of a term how well they knew it, of a question answered rightly today how hard it
 * was. Of a term the first of the day counts; of a question the last.
 */
export const rateCard = operation({
  name: 'rate-card',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...cardInput,
    rating: z.enum(ratings, { error: 'Choose how well you knew it.' }),
    key: z.uuid(),
  }),
  subject: lockedInCard,
  allow: isSelfEnrolled,
  async run({ db, actor, input: { rating, key }, subject: place, now }): Promise<{ next: string | null }> {
    const { card } = place;
    const state = cardState(place, now);
    const log = await logOf(db, card.id);
    if (log.some((row) => row.key === key)) return { next: await nextCard(db, actor, now) };
    if (state !== 'reviewed' && (state !== 'asked' || card.source !== 'term'))
      throw new Refused('card-not-due');
    const last = state === 'reviewed' ? log.at(-1) : undefined;
    const correct = last?.correct ?? null;
    if (!mayRate({ source: card.source, correct }).includes(rating)) throw new Refused('rating-not-possible');
    if (state === 'asked') await recordToday(db, place, { rating, key, answer: null, correct: null }, now);
    else if (last && card.source === 'question' && last.rating !== rating) {
      const { id, before, answer } = last;
      await recordToday(db, place, { rating, key, answer, correct, replaces: { id, before } }, now);
    }
    return { next: await nextCard(db, actor, now) };
  },
  audit: 'in-ledger',
});
