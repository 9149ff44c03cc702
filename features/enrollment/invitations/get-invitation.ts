import * as z from 'zod';
import { invitationLink } from '@/db/queries/invitation-links';
import { isAnyone } from '@/rules/access';
import { formatDeadline } from '@/rules/time/deadline';
import { hashSecret } from '@/server/auth/secrets';
import { noSubject, operation } from '@/server/operation';

/** What the page of an invitation shows to whoever holds its link. */
export type Invitation = {
  /** What is to be done: claim the account, sign in, take the seat, or sign out somebody else first. */
  next: 'claim' | 'sign-in' | 'accept' | 'other-person';
  /** The address and name of whom it is for; empty for somebody else who is signed in. */
  email: string;
  name: string;
  course: { slug: string; title: string; cohort: string | null; until: string | null; held: boolean } | null;
};

/** An invitation by its link; null when the link was used, has expired, or never was. Looking uses nothing up. */
export const getInvitation = operation({
  name: 'get-invitation',
  kind: 'read',
  by: 'anyone',
  input: z.strictObject({ token: z.string().max(200) }),
  subject: noSubject,
  allow: isAnyone,
  async run({ db, actor, input, now }): Promise<Invitation | null> {
    const link = await invitationLink(db, hashSecret(input.token));
    if (!link || link.suspended) return null;
    const { enrollment } = link;
    const other = actor !== null && actor.userId !== link.userId;
    const own = link.claimed ? (actor ? 'accept' : 'sign-in') : 'claim';
    return {
      next: other ? 'other-person' : own,
      email: other ? '' : link.email,
      name: other ? '' : link.name,
      course: enrollment && {
        slug: enrollment.slug,
        title: enrollment.title,
        cohort: enrollment.cohort,
        until: enrollment.until && formatDeadline(enrollment.until, enrollment.zone),
        held: enrollment.state === 'invited' && (enrollment.until === null || enrollment.until > now),
      },
    };
  },
});
