import type { Db } from '@/db/client';
import type { EnrollmentScopes } from '@/db/queries/enrollments';
import { courseTitle, peopleOfEnrollments, recordInvitationTokens } from '@/db/queries/invitations';
import { enqueueMails } from '@/db/queries/outbox';
import { hashSecret, newSecret } from '@/server/auth/secrets';
import { enrolledMail, invitationMail, offerMail, waitingMail } from './invitation-mails';
import type { Settled } from './settle';

/**
 * Writes to the people whom others let in: an invitation or an offer with a link of its own, or that they are
 * enrolled, or that they wait. What was refused, and what somebody was in already, is not told. A fixed
 * number of statements, in the transaction of the deed.
 */
export async function mailInvitations(
  db: Db,
  { course }: EnrollmentScopes,
  settled: readonly Settled[],
  address: string,
): Promise<void> {
  const told = new Map(
    settled.flatMap((one) =>
      one.refusal === null && one.enrollmentId !== null && isNews(one) ? [[one.enrollmentId, one]] : [],
    ),
  );
  if (told.size === 0) return;
  const title = await courseTitle(db, course.id);
  const tokens: Parameters<typeof recordInvitationTokens>[1][number][] = [];
  const mails = (await peopleOfEnrollments(db, [...told.keys()])).map((person) => {
    const place = { title, cohort: person.cohort, address, slug: course.slug };
    const { to, from } = told.get(person.enrollmentId) ?? { to: 'none', from: 'none' };
    const recipient = person.email;
    if (to === 'active') return { recipient, ...enrolledMail(place) };
    if (to === 'waitlisted') return { recipient, ...waitingMail(place) };
    const token = newSecret();
    const { userId, enrollmentId, until, zone } = person;
    tokens.push({ tokenHash: hashSecret(token), userId, enrollmentId, again: from !== 'none' });
    const text = (from === 'waitlisted' ? offerMail : invitationMail)({ ...place, token, until, zone });
    return { recipient, ...text };
  });
  await recordInvitationTokens(db, tokens);
  await enqueueMails(db, mails);
}

/** Ways in; being resumed or moved to another cohort is none. */
const isNews = ({ from, to }: Settled): boolean =>
  to !== from &&
  (to === 'invited' || to === 'waitlisted' || (to === 'active' && from !== 'paused' && from !== 'completed'));
