import { sql } from 'drizzle-orm';
import type { EnrollmentState } from '@/rules/enrollment/enrollment-states';
import type { KnownPerson } from '@/rules/enrollment/roster-plan';
import { decisions } from '@/rules/enrollment/roster-sync';
import type { Db } from '../client';

type PersonRow = {
  id: string;
  email: string;
  external_id: string | null;
  suspended: boolean;
  open: boolean;
  state: EnrollmentState | null;
  cohort_id: string | null;
  ends_at: Date | string | null;
};

const iso = (at: Date | string | null): string | null => (at === null ? null : new Date(at).toISOString());

async function people(db: Db, courseId: string, by: 'email' | 'external_id', keys: readonly string[]) {
  if (keys.length === 0) return [];
  const rows = await db.execute<PersonRow>(sql`
    select u.id, u.email, u.external_id, u.suspended_at is not null as suspended,
      u.unclaimed_since is null and u.email_confirmed_at is not null as open, e.state, e.cohort_id, e.ends_at
    from users u left join enrollments e on e.user_id = u.id and e.course_id = ${courseId}
    where ${by === 'email' ? sql`u.email` : sql`u.external_id`}
      in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`);
  return rows.map(
    ({
      id,
      email,
      external_id: externalId,
      suspended,
      open,
      state,
      cohort_id: cohortId,
      ends_at,
    }): KnownPerson => ({
      id,
      email,
      externalId,
      suspended,
      open,
      enrollment: state && { state, cohortId, endsAt: iso(ends_at) },
    }),
  );
}

/** Who has an account, by addresses and by the ids of a school's system, with what they are in a course. */
export async function knownPeople(
  db: Db,
  courseId: string,
  { emails, externalIds }: { emails: readonly string[]; externalIds: readonly string[] },
) {
  const byEmail = await people(db, courseId, 'email', emails);
  const byId = await people(db, courseId, 'external_id', externalIds);
  return {
    byEmail: new Map(byEmail.map((person) => [person.email, person])),
    byExternalId: new Map(byId.map((person) => [person.externalId ?? '', person])),
  };
}

type Listed = { line: number; userId: string | null; email: string | null };
export type LeavingRow = {
  line: number;
  user_id: string;
  email: string;
  name: string;
  external_id: string | null;
  state: EnrollmentState;
  source: string | null;
  by_hand: boolean;
};

/**
 * Of people on the last list of a source, those who are in the course, with where they came from and whether
 * somebody decided about them since a list of the source last did.
 */
export async function peopleLeaving(
  db: Db,
  { courseId, source }: { courseId: string; source: string },
  listed: readonly Listed[],
): Promise<LeavingRow[]> {
  if (listed.length === 0) return [];
  const given = listed.map(({ line, userId, email }) => ({ line, user_id: userId, email }));
  const decided = sql.join(
    decisions.map((action) => sql`${action}`),
    sql`, `,
  );
  return db.execute<LeavingRow>(sql`
    select given.line, u.id as user_id, u.email, u.name, u.external_id, e.state, e.source,
      exists (select from enrollment_events h where h.enrollment_id = e.id and h.action in (${decided})
        and h.id > coalesce((select max(b.id) from enrollment_events b where b.enrollment_id = e.id and b.batch_id in (
          select r.batch_id from rosters r where r.course_id = ${courseId} and r.source = ${source})), 0)) as by_hand
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (line int, user_id uuid, email text)
    join lateral (
      select id, email, name, external_id from users where id = given.user_id
      union all
      select id, email, name, external_id from users where given.user_id is null and email = given.email
    ) u on true
    join enrollments e on e.user_id = u.id and e.course_id = ${courseId}
    order by given.line`);
}
