import * as z from 'zod';
import { setDisputed } from '@/db/queries/peers';
import { isOwn } from '@/rules/access';
import { operation, Refused } from '@/server/operation';
import { sentences } from './input';
import { reviewInput, reviewOfOwn } from './own-reviews';

/** Asks a grader to look at a review of one's own work: once for each. */
export const disputeReview = operation({
  name: 'dispute-review',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...reviewInput,
    dispute: sentences.refine((text) => text !== '', 'Say what a grader should look at.'),
  }),
  subject: reviewOfOwn,
  allow: isOwn,
  async run({ db, input, subject: { review } }): Promise<void> {
    if (!(await setDisputed(db, review.id, input.dispute))) throw new Refused('review-disputed');
  },
  audit: 'in-ledger',
});
