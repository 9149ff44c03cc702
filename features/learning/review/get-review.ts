import * as z from 'zod';
import { isSignedIn } from '@/rules/access';
import { whenWords } from '@/rules/review/days';
import { daysReview, reviewMinutes } from '@/rules/review/selection';
import { noSubject, type OutputOf, operation } from '@/server/operation';
import { reviewStanding } from './standing';

/** How somebody stands with their daily review: what is left of today, what they took out, when the next comes. */
export const getReview = operation({
  name: 'get-review',
  kind: 'read',
  by: 'person',
  input: z.strictObject({}),
  subject: noSubject,
  allow: isSignedIn,
  async run({ db, actor, now }) {
    const { cards, isOn, perDay, learns } = await reviewStanding(db, actor, now);
    const live = cards.filter(({ stopped }) => !stopped);
    const { cards: today, done, rest, nextOn } = daysReview(live, perDay);
    const day = live[0]?.today ?? '';
    return {
      isOn,
      perDay,
      learns,
      /** How many cards there are in all. */
      total: live.length,
      due: today.length,
      minutes: reviewMinutes(today),
      done,
      rest,
      /** When the next card comes after today, in words; null when none does. */
      next: nextOn && whenWords(nextOn, day),
      stopped: cards
        .filter(({ stopped }) => stopped)
        .map(({ id, source, asked }) => ({ id, source, label: asked.label, lesson: asked.lesson.title })),
    };
  },
});

export type ReviewScreen = OutputOf<typeof getReview>;
