import { type SQL, sql } from 'drizzle-orm';
import type { BatchMove, BatchPerson } from '@/rules/enrollment/enrollment-batch';
import type { EnrollmentState } from '@/rules/enrollment/enrollment-states';
import type { Db } from '../client';

/** The courses of the site by their address, after one of them; with the title of the current edition. */
export function coursesAfter(db: Db, after: string | null, limit: number) {
  return db.execute<{ slug: string; title: string; published: boolean; archived: boolean; zone: string }>(sql`
    select c.slug, coalesce(e.manifest->>'title', c.slug) as title, e.id is not null as published,
      c.archived_at is not null as archived, c.zone
    from courses c left join editions e on e.id = c.current_edition_id
    where ${after === null ? sql`true` : sql`c.slug > ${after}`}
    order by c.slug limit ${limit}`);
}

/** The cohorts of a course. */
export function cohortsOf(db: Db, courseId: string) {
  return db.execute<{
    id: string;
    name: string;
    archived: boolean;
    startsAt: string | null;
    endsAt: string | null;
    zone: string;
    seats: number | null;
    seatsTaken: number;
  }>(sql`
    select id, name, archived_at is not null as archived, starts_at as "startsAt", ends_at as "endsAt", zone, seats,
      seats_taken as "seatsTaken"
    from cohorts where course_id = ${courseId} order by starts_at nulls last, name`);
}

export type ApiEnrollmentRow = {
  id: string;
  personId: string;
  name: string;
  email: string;
  externalId: string | null;
  state: EnrollmentState;
  cohortId: string | null;
  cohort: string | null;
  validFrom: string | null;
  validUntil: string | null;
  createdAt: string;
  lastActiveAt: string | null;
  completedAt: string | null;
};

/** The state that counts now: time ends what it ends also before the clock has written it down. */
const stateNow = (now: Date): SQL => sql`case when e.state in ('invited', 'active', 'paused')
  and e.valid_until <= ${now.toISOString()}::timestamptz then 'expired' else e.state end`;

const enrollmentRows = (now: Date): SQL => sql`
  select e.id, u.id as "personId", u.name, u.email, u.external_id as "externalId", ${stateNow(now)} as state,
    c.id as "cohortId", c.name as cohort, e.valid_from as "validFrom", e.valid_until as "validUntil",
    e.created_at as "createdAt", e.last_active_at as "lastActiveAt", e.completed_at as "completedAt"
  from enrollments e join users u on u.id = e.user_id left join cohorts c on c.id = e.cohort_id`;

export type EnrollmentQuery = {
  after: string | null;
  limit: number;
  state: EnrollmentState | null;
  cohortId: string | null;
  email: string | null;
  externalId: string | null;
};

/** Enrollments of a course in the order of their people, after one of them. */
export function enrollmentsAfter(db: Db, courseId: string, query: EnrollmentQuery, now: Date) {
  const given = (value: string | null, condition: SQL) => (value === null ? sql`true` : condition);
  return db.execute<ApiEnrollmentRow>(sql`${enrollmentRows(now)}
    where e.course_id = ${courseId}
      and ${given(query.after, sql`e.user_id > ${query.after}::uuid`)}
      and ${given(query.state, sql`${stateNow(now)} = ${query.state}`)}
      and ${given(query.cohortId, sql`e.cohort_id = ${query.cohortId}::uuid`)}
      and ${given(query.email, sql`u.email = ${query.email}`)}
      and ${given(query.externalId, sql`u.external_id = ${query.externalId}`)}
    order by e.user_id limit ${query.limit}`);
}

/** One enrollment of a course; null when there is no such one. */
export async function enrollmentInCourse(db: Db, courseId: string, id: string, now: Date) {
  const [row] = await db.execute<ApiEnrollmentRow>(
    sql`${enrollmentRows(now)} where e.course_id = ${courseId} and e.id = ${id}`,
  );
  return row ?? null;
}

export type ApiPersonRow = {
  id: string;
  name: string;
  email: string;
  externalId: string | null;
  claimed: boolean;
  suspended: boolean;
};

const personRows = sql`select u.id, u.name, u.email, u.external_id as "externalId",
  u.unclaimed_since is null as claimed, u.suspended_at is not null as suspended from users u`;

/** People whose name or address contains a text, or who have an address or id, after one of them. */
export function peopleAfter(
  db: Db,
  query: {
    after: string | null;
    limit: number;
    search: string | null;
    email: string | null;
    externalId: string | null;
  },
) {
  const like = `%${(query.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  return db.execute<ApiPersonRow>(sql`${personRows}
    where ${query.after === null ? sql`true` : sql`u.id > ${query.after}::uuid`}
      and ${query.search === null ? sql`true` : sql`(u.name collate "und-x-icu" ilike ${like} or u.email ilike ${like})`}
      and ${query.email === null ? sql`true` : sql`u.email = ${query.email}`}
      and ${query.externalId === null ? sql`true` : sql`u.external_id = ${query.externalId}`}
    order by u.id limit ${query.limit}`);
}

/** The account with an external id; null when nobody has it. */
export async function personByExternalId(db: Db, externalId: string): Promise<string | null> {
  const [row] = await db.execute<{ id: string }>(sql`select id from users where external_id = ${externalId}`);
  return row?.id ?? null;
}

/** Gives a batch a move for each of some people, in their order. */
export async function recordPeopleMoves(
  db: Db,
  batchId: string,
  courseId: string,
  items: readonly { person: BatchPerson; move: BatchMove }[],
): Promise<void> {
  await db.execute(sql`
    insert into batch_items (batch_id, position, course_id, person, move)
    select ${batchId}, nth, ${courseId}, value->'person', value->'move'
    from jsonb_array_elements(${JSON.stringify(items)}::jsonb) with ordinality as item (value, nth)`);
}
