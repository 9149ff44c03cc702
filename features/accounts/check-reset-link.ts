import * as z from 'zod';
import { isTokenUnused } from '@/db/queries/mail-tokens';
import { isAnyone } from '@/rules/access';
import { hashSecret } from '@/server/auth/secrets';
import { noSubject, operation } from '@/server/operation';
import { tokenInput } from './input';

/** Whether a reset link still works, so that nobody thinks up a password for one that does not. */
export const checkResetLink = operation({
  name: 'check-reset-link',
  kind: 'read',
  by: 'anyone',
  input: z.strictObject({ token: tokenInput }),
  subject: noSubject,
  allow: isAnyone,
  run: ({ db, input }) => isTokenUnused(db, hashSecret(input.token), 'reset-password'),
});
