import * as z from 'zod';
import { setTokensUsed, setTokenUsed } from '@/db/queries/mail-tokens';
import { enqueueMail } from '@/db/queries/outbox';
import { revokeSessionsOf } from '@/db/queries/sessions';
import { accountOf, setEmailConfirmed, setPasswordHash } from '@/db/queries/users';
import { isAnyone } from '@/rules/access';
import { passwordProblem } from '@/rules/accounts/accounts';
import { hashPassword } from '@/server/auth/passwords';
import { hashSecret } from '@/server/auth/secrets';
import { InvalidInput, noSubject, operation, Refused } from '@/server/operation';
import { addressInput, newPasswordInput, tokenInput } from './input';
import { passwordChangedMail } from './mails';

/**
 * Sets a new password by a link from a mail and signs out every device. The address counts as confirmed,
 * since the link came through it. A password that is not accepted leaves the link as it was.
 */
export const resetPassword = operation({
  name: 'reset-password',
  kind: 'write',
  by: 'anyone',
  input: z.strictObject({ token: tokenInput, newPassword: newPasswordInput, address: addressInput }),
  subject: noSubject,
  allow: isAnyone,
  async run({ db, input }) {
    const userId = await setTokenUsed(db, hashSecret(input.token), 'reset-password');
    const account = userId && (await accountOf(db, userId));
    if (!account || account.suspended) throw new Refused('link-expired');
    const problem = passwordProblem(input.newPassword, account.email);
    if (problem) throw new InvalidInput({ newPassword: problem });

    await setPasswordHash(db, account.ownerId, await hashPassword(input.newPassword));
    await setEmailConfirmed(db, account.ownerId);
    await setTokensUsed(db, account.ownerId, 'reset-password');
    await revokeSessionsOf(db, account.ownerId);
    await enqueueMail(db, { recipient: account.email, ...passwordChangedMail(input.address) });
    return { userId: account.ownerId };
  },
  audit: ({ output: { userId } }) => ({ object: `user:${userId}`, actorId: userId }),
});
