import * as z from 'zod';
import { saveReviewSettings } from '@/db/queries/review';
import { isSignedIn } from '@/rules/access';
import { perDayChoices } from '@/rules/review/selection';
import { noSubject, operation } from '@/server/operation';

/** Turns the daily review on or off, or sets how many cards a day it asks at most. Cards stay as they are. */
export const setReview = operation({
  name: 'set-review',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    on: z.enum(['yes', 'no']).optional(),
    perDay: z.coerce
      .number()
      .refine((count) => perDayChoices.some((choice) => choice === count), 'Choose one of the numbers.')
      .optional(),
  }),
  subject: noSubject,
  allow: isSignedIn,
  async run({ db, actor, input: { on, perDay } }) {
    await saveReviewSettings(db, actor.userId, {
      ...(on && { isOn: on === 'yes' }),
      ...(perDay !== undefined && { perDay }),
    });
  },
  audit: 'in-ledger',
});
