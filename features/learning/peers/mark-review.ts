import * as z from 'zod';
import { setHelpful } from '@/db/queries/peers';
import { isOwn } from '@/rules/access';
import { operation } from '@/server/operation';
import { reviewInput, reviewOfOwn } from './own-reviews';

/** Says whether a review of one's own work helped. */
export const markReview = operation({
  name: 'mark-review',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...reviewInput, helpful: z.enum(['yes', 'no']) }),
  subject: reviewOfOwn,
  allow: isOwn,
  run: ({ db, input, subject: { review } }) => setHelpful(db, review.id, input.helpful === 'yes'),
  audit: 'in-ledger',
});
