import * as z from 'zod';
import { setTokensUsed } from '@/db/queries/mail-tokens';
import { enqueueMail } from '@/db/queries/outbox';
import { revokeSessionsOf } from '@/db/queries/sessions';
import { accountOf, setPasswordHash } from '@/db/queries/users';
import { isOwn } from '@/rules/access';
import { passwordProblem } from '@/rules/accounts/accounts';
import type { Answer } from '@/rules/answer';
import { hashPassword } from '@/server/auth/passwords';
import { InvalidInput, operation } from '@/server/operation';
import { addressInput, currentPasswordInput, newPasswordInput } from './input';
import { passwordChangedMail } from './mails';
import { ownPasswordRefusal } from './own-password';

/** Sets a new password for oneself, knowing the current one, and signs out every other device. */
export const changePassword = operation({
  name: 'change-password',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    currentPassword: currentPasswordInput,
    newPassword: newPasswordInput,
    address: addressInput,
  }),
  subject: (db, _input, actor) => accountOf(db, actor.userId),
  allow: isOwn,
  async run({ db, actor, input, subject: account }): Promise<Answer> {
    const problem = passwordProblem(input.newPassword, account.email);
    if (problem) throw new InvalidInput({ newPassword: problem });
    const code = await ownPasswordRefusal(db, account, input.currentPassword);
    if (code) return { ok: false, code };

    await setPasswordHash(db, account.ownerId, await hashPassword(input.newPassword));
    await setTokensUsed(db, account.ownerId, 'reset-password');
    await revokeSessionsOf(db, account.ownerId, actor.sessionId);
    await enqueueMail(db, { recipient: account.email, ...passwordChangedMail(input.address) });
    return { ok: true };
  },
  audit: ({ subject, output }) => (output.ok ? { object: `user:${subject.ownerId}` } : null),
});
