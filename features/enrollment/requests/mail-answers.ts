import type { Db } from '@/db/client';
import type { EnrollmentScopes } from '@/db/queries/enrollments';
import { courseTitle, peopleOfEnrollments } from '@/db/queries/invitations';
import { enqueueMails } from '@/db/queries/outbox';
import { approvedMail, approvedToWaitMail, declinedMail } from '../mails';
import type { Settled } from '../settle';

const texts = { active: approvedMail, waitlisted: approvedToWaitMail, removed: declinedMail } as const;

/** Tells people what became of their requests, in a fixed number of statements. */
export async function mailAnswers(
  db: Db,
  { course }: EnrollmentScopes,
  settled: readonly Settled[],
  { reason, address }: { reason: string; address: string },
): Promise<void> {
  const told = new Map(
    settled.flatMap(({ enrollmentId, refusal, to }) =>
      enrollmentId !== null && refusal === null && to in texts
        ? [[enrollmentId, texts[to as keyof typeof texts]] as const]
        : [],
    ),
  );
  if (told.size === 0) return;
  const title = await courseTitle(db, course.id);
  const people = await peopleOfEnrollments(db, [...told.keys()]);
  await enqueueMails(
    db,
    people.flatMap(({ enrollmentId, email: recipient, cohort }) => {
      const text = told.get(enrollmentId)?.({ title, cohort, slug: course.slug, address }, reason);
      return text ? [{ recipient, ...text }] : [];
    }),
  );
}
