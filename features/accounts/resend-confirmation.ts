import * as z from 'zod';
import { accountOf } from '@/db/queries/users';
import { isOwn } from '@/rules/access';
import type { Answer } from '@/rules/answer';
import { operation } from '@/server/operation';
import { addressInput } from './input';
import { mayMail } from './limits';
import { sendLink } from './send-link';

/** Sends the link that confirms one's address again. Links sent before stay good until they expire. */
export const resendConfirmation = operation({
  name: 'resend-confirmation',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ address: addressInput }),
  subject: (db, _input, actor) => accountOf(db, actor.userId),
  allow: isOwn,
  async run({ db, input, subject: account }): Promise<Answer<{ sent: boolean }>> {
    if (account.confirmed) return { ok: true, sent: false };
    if (!(await mayMail(db, 'confirm', account.email))) return { ok: false, code: 'too-many-tries' };
    await sendLink(db, 'confirm-email', { id: account.ownerId, email: account.email }, input.address);
    return { ok: true, sent: true };
  },
  audit: ({ subject, output }) => (output.ok && output.sent ? { object: `user:${subject.ownerId}` } : null),
});
