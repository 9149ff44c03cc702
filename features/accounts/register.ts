import * as z from 'zod';
import { enqueueMail } from '@/db/queries/outbox';
import { recordUser, userByEmail } from '@/db/queries/users';
import { isAnyone } from '@/rules/access';
import { passwordProblem } from '@/rules/accounts/accounts';
import type { Answer } from '@/rules/answer';
import { hashPassword } from '@/server/auth/passwords';
import { noSubject, operation } from '@/server/operation';
import { addressInput, emailInput, nameInput, newPasswordInput } from './input';
import { mayMail, mayRegisterFrom } from './limits';
import { knownAddressMail } from './mails';
import { sendLink } from './send-link';

type Registered = Answer<{
  userId: string | null;
  outcome: 'registered' | 'claim-offered' | 'address-known';
}>;

/**
 * Makes an account, to be confirmed by mail. An address that has one gets the same answer, after the
 * same hash and as many statements; what differs is only the mail that its owner reads. An account that was
 * prepared for somebody is theirs by the link in that mail.
 */
export const register = operation({
  name: 'register',
  kind: 'write',
  by: 'anyone',
  input: z
    .strictObject({
      name: nameInput,
      email: emailInput,
      password: newPasswordInput,
      ip: z.string().nullable(),
      address: addressInput,
    })
    .check((context) => {
      const message = passwordProblem(context.value.password, context.value.email);
      if (message) context.issues.push({ code: 'custom', path: ['password'], message, input: '' });
    }),
  subject: noSubject,
  allow: isAnyone,
  async run({ db, input: { name, email, password, ip, address } }): Promise<Registered> {
    const within = (await mayRegisterFrom(db, ip)) && (await mayMail(db, 'register', email));
    if (!within) return { ok: false, code: 'too-many-tries' };

    const passwordHash = await hashPassword(password);
    const id = await recordUser(db, { email, name, passwordHash });
    if (id !== null) {
      await sendLink(db, 'confirm-email', { id, email }, address);
      return { ok: true, userId: id, outcome: 'registered' };
    }
    const owner = await userByEmail(db, email);
    if (owner?.unclaimedSince && owner.suspendedAt === null) {
      // Whoever registers is perhaps not who reads the mail, so the name and the password are asked for again there.
      await sendLink(db, 'accept-invitation', owner, address);
      return { ok: true, userId: owner.id, outcome: 'claim-offered' };
    }
    await enqueueMail(db, { recipient: email, ...knownAddressMail(address) });
    return { ok: true, userId: owner?.id ?? null, outcome: 'address-known' };
  },
  audit: ({ output }) =>
    output.ok ? { object: `user:${output.userId ?? 'unknown'}`, detail: { outcome: output.outcome } } : null,
});
