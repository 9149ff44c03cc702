import { sql } from 'drizzle-orm';
import type { Db } from '../client';

export type Invited = {
  enrollmentId: string;
  userId: string;
  email: string;
  quiet: boolean;
  until: Date | null;
  zone: string;
  cohort: string | null;
};

/** Where to write to the people of some enrollments, and what their mail says. */
export async function peopleOfEnrollments(db: Db, enrollmentIds: readonly string[]): Promise<Invited[]> {
  const rows = await db.execute<{
    id: string;
    user_id: string;
    email: string;
    quiet: boolean;
    valid_until: string | null;
    zone: string;
    cohort: string | null;
  }>(sql`
    select e.id, e.user_id, u.email, u.quiet, e.valid_until, coalesce(k.zone, c.zone) as zone, k.name as cohort
    from enrollments e join users u on u.id = e.user_id join courses c on c.id = e.course_id
      left join cohorts k on k.id = e.cohort_id
    where e.id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(enrollmentIds)}::jsonb))
      and u.suspended_at is null`);
  return rows.map(({ id, user_id, email, quiet, valid_until, zone, cohort }) => ({
    enrollmentId: id,
    userId: user_id,
    email,
    quiet,
    until: valid_until === null ? null : new Date(valid_until),
    zone,
    cohort,
  }));
}

/** The title of a course as its current edition has it. */
export async function courseTitle(db: Db, courseId: string): Promise<string> {
  const [row] = await db.execute<{ title: string }>(sql`
    select coalesce(e.manifest->>'title', c.slug) as title
    from courses c left join editions e on e.id = c.current_edition_id where c.id = ${courseId}`);
  return row?.title ?? '';
}

export type InvitationToken = {
  tokenHash: string;
  userId: string;
  enrollmentId: string;
  /** Whether an earlier invitation of the same enrollment may still have a link. */
  again: boolean;
};

/** Stores the links of invitations; each works until the invitation lapses. Earlier links of the same stop working. */
export async function recordInvitationTokens(db: Db, tokens: readonly InvitationToken[]): Promise<void> {
  if (tokens.length === 0) return;
  const list = (some: readonly InvitationToken[]) => sql`jsonb_to_recordset(${JSON.stringify(some)}::jsonb)
    as row ("tokenHash" text, "userId" uuid, "enrollmentId" uuid)`;
  const again = tokens.filter((token) => token.again);
  if (again.length > 0)
    await db.execute(sql`
      update mail_tokens t set used_at = now() from ${list(again)}
      where t.user_id = row."userId" and t.enrollment_id = row."enrollmentId"
        and t.used_at is null and t.purpose = 'accept-invitation'`);
  await db.execute(sql`
    insert into mail_tokens (token_hash, purpose, user_id, enrollment_id, expires_at)
    select "tokenHash", 'accept-invitation', "userId", "enrollmentId", e.valid_until
    from ${list(tokens)} join enrollments e on e.id = "enrollmentId" where e.valid_until is not null`);
}
