import * as z from 'zod';
import { setTokensUsed, setTokenUsed } from '@/db/queries/mail-tokens';
import { setEmailConfirmed } from '@/db/queries/users';
import { isAnyone } from '@/rules/access';
import { hashSecret } from '@/server/auth/secrets';
import { noSubject, operation, Refused } from '@/server/operation';
import { tokenInput } from './input';

/** Uses up a link from a mail: whoever has it can read what is sent to the address. */
export const confirmEmail = operation({
  name: 'confirm-email',
  kind: 'write',
  by: 'anyone',
  input: z.strictObject({ token: tokenInput }),
  subject: noSubject,
  allow: isAnyone,
  async run({ db, input }) {
    const userId = await setTokenUsed(db, hashSecret(input.token), 'confirm-email');
    if (userId === null) throw new Refused('link-expired');
    await setEmailConfirmed(db, userId);
    await setTokensUsed(db, userId, 'confirm-email');
    return { userId };
  },
  audit: ({ output: { userId } }) => ({ object: `user:${userId}`, actorId: userId }),
});
