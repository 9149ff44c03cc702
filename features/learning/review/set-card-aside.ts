import * as z from 'zod';
import { setCard } from '@/db/queries/review';
import { isSelfEnrolled } from '@/rules/access';
import { dayIn } from '@/rules/authoring/course-draft';
import { operation } from '@/server/operation';
import { nextCard } from './next-card';
import { cardInput, lockedInCard } from './place';

/** Puts a card off until tomorrow, takes it out of the review, or takes it up again. What is remembered of it stays. */
export const setCardAside = operation({
  name: 'set-card-aside',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...cardInput, how: z.enum(['tomorrow', 'stop', 'again']) }),
  subject: lockedInCard,
  allow: isSelfEnrolled,
  async run({ db, actor, input: { card, how }, subject: { zone }, now }): Promise<{ next: string | null }> {
    await setCard(db, card, how === 'tomorrow' ? { asideOn: dayIn(zone, now) } : { stopped: how === 'stop' });
    return { next: await nextCard(db, actor, now) };
  },
  audit: 'in-ledger',
});
