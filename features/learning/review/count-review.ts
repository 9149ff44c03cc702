import * as z from 'zod';
import { reviewSettingsOf } from '@/db/queries/review';
import { isSignedIn } from '@/rules/access';
import { daysReview, reviewMinutes } from '@/rules/review/selection';
import { noSubject, operation } from '@/server/operation';
import { reviewStanding } from './standing';

/** How much of today's review is left, for the link that leads to it; of whoever has it off nothing is looked up. */
export const countReview = operation({
  name: 'count-review',
  kind: 'read',
  by: 'person',
  input: z.strictObject({}),
  subject: noSubject,
  allow: isSignedIn,
  async run({ db, actor, now }): Promise<{ due: number; minutes: number }> {
    if (!(await reviewSettingsOf(db, actor.userId))?.isOn) return { due: 0, minutes: 0 };
    const { cards, perDay } = await reviewStanding(db, actor, now);
    const today = daysReview(
      cards.filter(({ stopped }) => !stopped),
      perDay,
    ).cards;
    return { due: today.length, minutes: reviewMinutes(today) };
  },
});
