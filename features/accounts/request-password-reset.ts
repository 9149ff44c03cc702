import * as z from 'zod';
import type { Db } from '@/db/client';
import { userByEmail } from '@/db/queries/users';
import { isAnyone } from '@/rules/access';
import type { Answer } from '@/rules/answer';
import { verifyPassword } from '@/server/auth/passwords';
import { noSubject, operation } from '@/server/operation';
import { addressInput, emailInput } from './input';
import { mayMail, mayResetFrom } from './limits';
import { sendLink } from './send-link';

/** Mails the link if there is somebody to mail it to. @returns to whom. */
async function sendToOwner(db: Db, email: string, address: string): Promise<string | null> {
  const user = await userByEmail(db, email);
  if (!user || user.suspendedAt !== null) return null;
  await sendLink(db, 'reset-password', user, address);
  return user.id;
}

/**
 * Mails a link to set a new password. An unknown address gets the same answer after the same time: a
 * hash runs beside the writes and takes longer than they do.
 */
export const requestPasswordReset = operation({
  name: 'request-password-reset',
  kind: 'write',
  by: 'anyone',
  input: z.strictObject({ email: emailInput, ip: z.string().nullable(), address: addressInput }),
  subject: noSubject,
  allow: isAnyone,
  async run({ db, input: { email, ip, address } }): Promise<Answer<{ userId: string | null }>> {
    const within = (await mayResetFrom(db, ip)) && (await mayMail(db, 'reset', email));
    if (!within) return { ok: false, code: 'too-many-tries' };
    const [userId] = await Promise.all([sendToOwner(db, email, address), verifyPassword(null, email)]);
    return { ok: true, userId };
  },
  audit: ({ output }) => (output.ok ? { object: `user:${output.userId ?? 'unknown'}` } : null),
});
