import * as z from 'zod';
import { invitationLink, setInvitationUsed } from '@/db/queries/invitation-links';
import { isAnyone } from '@/rules/access';
import { hashSecret } from '@/server/auth/secrets';
import { noSubject, operation, Refused } from '@/server/operation';
import { answerInvitation } from './own-invitation';

/**
 * Declines an invitation for whoever holds the link from its mail and has not claimed the account that was
 * prepared for them: nobody should have to make an account to say no. The link works once, the seat is freed, and
 * the history says how it was declined. Whoever has an account signs in, and declines as themselves.
 */
export const declineByLink = operation({
  name: 'decline-by-link',
  kind: 'write',
  by: 'anyone',
  input: z.strictObject({ token: z.string().max(200) }),
  subject: noSubject,
  allow: isAnyone,
  async run({ db, actor, input: { token }, now }) {
    const tokenHash = hashSecret(token);
    const link = await invitationLink(db, tokenHash);
    if (!link?.enrollment || link.suspended) throw new Refused('link-expired');
    if (actor && actor.userId !== link.userId) throw new Refused('signed-in-as-another');
    if (link.claimed) throw new Refused('account-claimed');
    if (!(await setInvitationUsed(db, tokenHash))) throw new Refused('link-expired');
    const { userId: ownerId } = link;
    const { id, courseId, state, until: validUntil, slug } = link.enrollment;
    const invitation = { id, courseId, ownerId, enrollment: { state, validUntil } };
    const reason = 'By the link of the mail, without an account.';
    const settled = await answerInvitation(db, invitation, 'refuse', now, reason);
    return { userId: ownerId, slug, enrollmentId: id, outcome: settled ? 'refused' : 'already' };
  },
  audit: ({ output: { userId, slug, enrollmentId, outcome } }) =>
    outcome === 'already'
      ? null
      : { object: `enrollment:${enrollmentId}`, actorId: userId, detail: { course: slug } },
});
