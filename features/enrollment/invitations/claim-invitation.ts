import * as z from 'zod';
import { invitationLink, setInvitationUsed } from '@/db/queries/invitation-links';
import { revokeSessionsOf } from '@/db/queries/sessions';
import { claimAccount } from '@/db/queries/unclaimed';
import { isAnyone } from '@/rules/access';
import { passwordProblem } from '@/rules/accounts/accounts';
import { hashPassword } from '@/server/auth/passwords';
import { hashSecret } from '@/server/auth/secrets';
import { InvalidInput, noSubject, operation, Refused } from '@/server/operation';
import { nameInput } from '../input';
import { answerInvitation } from './own-invitation';

/**
 * Makes an account that an invitation or a list prepared the account of whoever holds the link from its mail,
 * and takes the seat that the invitation holds. The address counts as confirmed, since the link came through
 * it; nobody is signed in by it, and a password that is not accepted leaves the link as it was.
 */
export const claimInvitation = operation({
  name: 'claim-invitation',
  kind: 'write',
  by: 'anyone',
  input: z.strictObject({
    token: z.string().max(200),
    name: nameInput,
    newPassword: z.string({ error: 'Enter a password.' }).max(2_000, 'That is too long.'),
  }),
  subject: noSubject,
  allow: isAnyone,
  async run({ db, actor, input: { token, name, newPassword }, now }) {
    const tokenHash = hashSecret(token);
    const link = await invitationLink(db, tokenHash);
    if (!link || link.suspended) throw new Refused('link-expired');
    if (actor && actor.userId !== link.userId) throw new Refused('signed-in-as-another');
    const problem = passwordProblem(newPassword, link.email);
    if (problem) throw new InvalidInput({ newPassword: problem });
    const passwordHash = await hashPassword(newPassword);
    if (!(await setInvitationUsed(db, tokenHash))) throw new Refused('link-expired');
    const { userId, enrollment } = link;
    if (!(await claimAccount(db, userId, { name, passwordHash }))) throw new Refused('account-claimed');
    await revokeSessionsOf(db, userId);
    if (enrollment) {
      const { id, courseId, state, until: validUntil } = enrollment;
      await answerInvitation(
        db,
        { id, courseId, ownerId: userId, enrollment: { state, validUntil } },
        'accept',
        now,
      );
    }
    return { userId, slug: enrollment?.slug ?? null, enrollmentId: enrollment?.id ?? null };
  },
  audit: ({ output: { userId, enrollmentId } }) => ({
    object: `user:${userId}`,
    actorId: userId,
    detail: enrollmentId === null ? {} : { enrollment: enrollmentId },
  }),
});
