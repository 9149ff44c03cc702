import * as z from 'zod';
import { addCards } from '@/db/queries/review';
import { isSignedIn } from '@/rules/access';
import { noSubject, operation } from '@/server/operation';
import { nextCard, nextOf } from './next-card';
import { reviewStanding } from './standing';

/** Makes cards of what was missed since the last time, and answers with the first card of today's review. */
export const beginReview = operation({
  name: 'begin-review',
  kind: 'write',
  by: 'person',
  input: z.strictObject({}),
  subject: noSubject,
  allow: isSignedIn,
  async run({ db, actor, now }): Promise<{ next: string | null }> {
    const standing = await reviewStanding(db, actor, now);
    if (!standing.isOn) return { next: null };
    const fresh = standing.cards.filter((card) => card.fresh);
    if (fresh.length === 0) return { next: nextOf(standing) };
    await addCards(
      db,
      fresh.map(({ enrollmentId, lessonId, ref, editionId, dueOn }) => ({
        enrollmentId,
        lessonId,
        ref,
        editionId,
        dueOn,
      })),
    );
    return { next: await nextCard(db, actor, now) };
  },
  audit: 'in-ledger',
});
