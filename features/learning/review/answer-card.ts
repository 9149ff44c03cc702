import * as z from 'zod';
import { lessonAnswerKeys } from '@/db/queries/editions';
import { logOf } from '@/db/queries/review';
import { answerInput, unansweredOf, verdictOn } from '@/kinds/questions/verdict';
import { isSelfEnrolled } from '@/rules/access';
import { ratingOf } from '@/rules/review/ratings';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { cardInput, cardState, lockedInCard } from './place';
import { recordToday } from './record';

/**
 * Marks an answer to a card of a question, and says with it when the card comes back. Sent twice, or from two tabs,
 * the first of the day counts.
 */
export const answerCard = operation({
  name: 'answer-card',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...cardInput, answer: answerInput, key: z.uuid() }),
  subject: lockedInCard,
  allow: isSelfEnrolled,
  async run({ db, input, subject: place, now }): Promise<{ card: string }> {
    const { card, asked } = place;
    const state = cardState(place, now);
    const known = (await logOf(db, card.id)).some(({ key }) => key === input.key);
    if (known || state === 'reviewed') return { card: card.id };
    if (state !== 'asked' || asked?.source !== 'question') throw new Refused('card-not-due');
    const key = (await lessonAnswerKeys(db, place.editionId, card.lessonId))?.[card.ref];
    if (!key) throw new Error(`edition ${place.editionId} lacks the key of ${card.lessonId}/${card.ref}`);
    const verdict = verdictOn(key, input.answer);
    if (!verdict) throw new InvalidInput({ answer: unansweredOf(key) });
    const { correct } = verdict;
    const review = { rating: ratingOf(correct), key: input.key, answer: input.answer, correct };
    await recordToday(db, place, review, now);
    return { card: card.id };
  },
  audit: 'in-ledger',
});
