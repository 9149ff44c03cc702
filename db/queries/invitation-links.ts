import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { EnrollmentState } from '@/rules/enrollment/enrollment-states';
import type { Db } from '../client';
import { mailTokens } from '../schema';

/** What the link of an invitation opens. Without `enrollment` it only lets its owner claim the account. */
export type InvitationLink = {
  userId: string;
  email: string;
  name: string;
  claimed: boolean;
  suspended: boolean;
  enrollment: {
    id: string;
    courseId: string;
    slug: string;
    title: string;
    cohort: string | null;
    state: EnrollmentState;
    until: Date | null;
    zone: string;
  } | null;
};

type Raw = {
  user_id: string;
  email: string;
  name: string;
  claimed: boolean;
  suspended: boolean;
  id: string | null;
  course_id: string;
  slug: string;
  title: string;
  cohort: string | null;
  state: EnrollmentState;
  valid_until: string | null;
  zone: string;
};

/** A link that still works, by the hash of its secret; looking at it does not use it up. */
export async function invitationLink(db: Db, tokenHash: string): Promise<InvitationLink | null> {
  const [row] = await db.execute<Raw>(sql`
    select t.user_id, u.email, u.name, u.unclaimed_since is null as claimed, u.suspended_at is not null as suspended,
      e.id, e.course_id, c.slug, coalesce(d.manifest->>'title', c.slug) as title, k.name as cohort, e.state,
      e.valid_until, coalesce(k.zone, c.zone) as zone
    from mail_tokens t
    join users u on u.id = t.user_id
    left join enrollments e on e.id = t.enrollment_id and e.user_id = t.user_id
    left join courses c on c.id = e.course_id
    left join editions d on d.id = e.edition_id
    left join cohorts k on k.id = e.cohort_id
    where t.token_hash = ${tokenHash} and t.purpose = 'accept-invitation' and t.used_at is null
      and t.expires_at > now() and (t.enrollment_id is null or e.id is not null)`);
  if (!row) return null;
  const { user_id, id, course_id, valid_until, slug, title, cohort, state, zone, ...person } = row;
  const until = valid_until === null ? null : new Date(valid_until);
  return {
    ...person,
    userId: user_id,
    enrollment: id === null ? null : { id, courseId: course_id, slug, title, cohort, state, until, zone },
  };
}

/** Uses up a link, once: of two at the same moment one gets false. */
export async function setInvitationUsed(db: Db, tokenHash: string): Promise<boolean> {
  const rows = await db
    .update(mailTokens)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(mailTokens.tokenHash, tokenHash),
        eq(mailTokens.purpose, 'accept-invitation'),
        isNull(mailTokens.usedAt),
        gt(mailTokens.expiresAt, sql`now()`),
      ),
    )
    .returning({ id: mailTokens.id });
  return rows.length > 0;
}

/** Makes the links of an invitation worthless: it was answered. */
export async function setInvitationsUsed(db: Db, enrollmentId: string): Promise<void> {
  await db
    .update(mailTokens)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(mailTokens.enrollmentId, enrollmentId),
        eq(mailTokens.purpose, 'accept-invitation'),
        isNull(mailTokens.usedAt),
      ),
    );
}
