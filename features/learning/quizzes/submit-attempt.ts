import * as z from 'zod';
import { isSelfEnrolled } from '@/rules/access';
import { operation } from '@/server/operation';
import { closeAttempt } from './close-attempt';
import { attemptInput, lockedInAttempt } from './place';

/** Hands an attempt in, as far as it is answered. A second time, it stays as it is. */
export const submitAttempt = operation({
  name: 'submit-attempt',
  kind: 'write',
  by: 'person',
  input: z.strictObject(attemptInput),
  subject: lockedInAttempt,
  allow: isSelfEnrolled,
  async run({ db, subject: place }): Promise<{ attempt: number }> {
    await closeAttempt(db, place, 'learner');
    return { attempt: place.attempt.number };
  },
  audit: 'in-ledger',
});
