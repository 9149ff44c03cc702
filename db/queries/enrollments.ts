import { eq, inArray, sql } from 'drizzle-orm';
import type {
  EnrollmentAction,
  EnrollmentSnapshot,
  EnrollmentState,
} from '@/rules/enrollment/enrollment-states';
import type { Db } from '../client';
import { cohorts, courses, enrollments } from '../schema';

/** An enrollment as it is, locked until the transaction ends. */
export type LockedEnrollment = {
  id: string;
  userId: string;
  version: number;
  /** What its dates come to. */
  validUntil: Date | null;
  now: EnrollmentSnapshot;
};

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

const locked = {
  id: enrollments.id,
  userId: enrollments.userId,
  version: enrollments.version,
  validUntil: enrollments.validUntil,
  state: enrollments.state,
  cohortId: enrollments.cohortId,
  editionId: enrollments.editionId,
  endsAt: enrollments.endsAt,
  endsZone: enrollments.endsZone,
  offerUntil: enrollments.offerUntil,
  waitlistedAt: enrollments.waitlistedAt,
  source: enrollments.source,
};

const datesOf = (courseId: string) => sql`hashtextextended(${`enrollment dates:${courseId}`}, 0)`;

/**
 * Waits until no enrollment of a course is on its way: one that is made while dates change would be given the
 * old dates by its trigger, and be missed by the trigger that passes the new ones on.
 */
export async function takeDatesTurn(db: Db, courseId: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${datesOf(courseId)})`);
}

/**
 * The enrollments of some people in a course, locked in the order of their ids, so that two batches never
 * wait for each other in a circle. First enrollments, then cohorts, then the course: every writer locks so.
 * Until the transaction ends, the dates of the course and its cohorts stay what they are.
 */
export async function lockEnrollments(
  db: Db,
  courseId: string,
  userIds: readonly string[],
): Promise<LockedEnrollment[]> {
  if (userIds.length === 0) return [];
  await db.execute(sql`select pg_advisory_xact_lock_shared(${datesOf(courseId)})`);
  const wanted = sql`(select value::uuid as id from jsonb_array_elements_text(${JSON.stringify(userIds)}::jsonb)) wanted`;
  const rows = await db
    .select(locked)
    .from(wanted)
    .innerJoin(enrollments, sql`${enrollments.courseId} = ${courseId} and ${enrollments.userId} = wanted.id`)
    .orderBy(enrollments.id)
    .for('update', { of: enrollments });
  return rows.map(({ id, userId, version, validUntil, endsAt, offerUntil, waitlistedAt, ...rest }) => ({
    id,
    userId,
    version,
    validUntil,
    now: { ...rest, endsAt: iso(endsAt), offerUntil: iso(offerUntil), waitlistedAt: iso(waitlistedAt) },
  }));
}

type NewEnrollment = { courseId: string; userId: string; after: EnrollmentSnapshot };

const snapshotColumns = sql`user_id uuid, state text, "cohortId" uuid, "editionId" uuid, "endsAt" timestamptz,
  "endsZone" text, "offerUntil" timestamptz, "waitlistedAt" timestamptz, source text`;

/** Makes enrollments; who has one in this course already is left out. @returns the ids by person. */
export async function recordEnrollments(
  db: Db,
  rows: readonly NewEnrollment[],
): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map();
  const given = rows.map(({ courseId, userId, after }) => ({
    ...after,
    user_id: userId,
    course_id: courseId,
  }));
  const made = await db.execute<{ id: string; user_id: string }>(sql`
    insert into enrollments (course_id, user_id, edition_id, cohort_id, state, ends_at, ends_zone,
      offer_until, waitlisted_at, source)
    select course_id, user_id, "editionId", "cohortId", state, "endsAt", "endsZone", "offerUntil", "waitlistedAt", source
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as row (course_id uuid, ${snapshotColumns})
    order by user_id
    on conflict (course_id, user_id) do nothing
    returning id, user_id`);
  return new Map(made.map(({ id, user_id }) => [user_id, id]));
}

/** Takes back enrollments that this very transaction made. */
export async function takeBackEnrollments(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.delete(enrollments).where(inArray(enrollments.id, [...ids]));
}

/** Writes what enrollments have become. They are locked by the caller. */
export async function setEnrollments(
  db: Db,
  rows: readonly { id: string; after: EnrollmentSnapshot }[],
): Promise<void> {
  if (rows.length === 0) return;
  const given = rows.map(({ id, after }) => ({ ...after, user_id: null, id }));
  await db.execute(sql`
    update enrollments e set state = row.state, cohort_id = row."cohortId", edition_id = row."editionId",
      ends_at = row."endsAt", ends_zone = row."endsZone", offer_until = row."offerUntil",
      waitlisted_at = row."waitlistedAt", source = row.source, version = e.version + 1
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as row (id uuid, ${snapshotColumns})
    where e.id = row.id`);
}

export type NewEnrollmentEvent = {
  enrollmentId: string;
  action: EnrollmentAction;
  from: EnrollmentState | null;
  to: EnrollmentState;
  editionId: string;
  actorId: string | null;
  reason: string;
  batchId: string | null;
  before: EnrollmentSnapshot | null;
};

/** Appends to the histories of enrollments, each with the version that the enrollment has now. */
export async function recordEnrollmentEvents(db: Db, events: readonly NewEnrollmentEvent[]): Promise<void> {
  if (events.length === 0) return;
  await db.execute(sql`
    insert into enrollment_events
      (enrollment_id, action, from_state, to_state, edition_id, actor_id, reason, batch_id, before, version)
    select row."enrollmentId", row.action, row."from", row."to", row."editionId", row."actorId", row.reason,
      row."batchId", nullif(row.before, 'null'::jsonb), e.version
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as row ("enrollmentId" uuid, action text,
      "from" text, "to" text, "editionId" uuid, "actorId" uuid, reason text, "batchId" uuid, before jsonb)
    join enrollments e on e.id = row."enrollmentId"`);
}

/**
 * Takes up to so many seats of a course or a cohort, in one statement: the database decides who gets the
 * last one. @returns how many were free.
 */
export async function takeSeats(
  db: Db,
  scope: { cohortId: string } | { courseId: string },
  wanted: number,
): Promise<number> {
  if (wanted <= 0) return 0;
  const [table, id] = 'cohortId' in scope ? [sql`cohorts`, scope.cohortId] : [sql`courses`, scope.courseId];
  const [row] = await db.execute<{ taken: number }>(sql`
    with free as (
      select id, case when seats is null then ${wanted}::int else least(${wanted}::int, greatest(seats - seats_taken, 0)) end as n
      from ${table} where id = ${id} for no key update
    )
    update ${table} t set seats_taken = t.seats_taken + free.n from free where t.id = free.id returning free.n as taken`);
  return row?.taken ?? 0;
}

/** Gives seats back. A count that is already at nothing must not keep anybody from leaving. */
export async function freeSeats(
  db: Db,
  scope: { cohortId: string } | { courseId: string },
  count: number,
): Promise<void> {
  if (count <= 0) return;
  const [table, id] = 'cohortId' in scope ? [cohorts, scope.cohortId] : [courses, scope.courseId];
  await db
    .update(table)
    .set({ seatsTaken: sql`greatest(${table.seatsTaken} - ${count}::int, 0)` })
    .where(eq(table.id, id));
}

/** How many enrollments the courses have in each state. */
export function enrollmentCounts(db: Db, courseIds: string[]) {
  return db
    .select({
      courseId: enrollments.courseId,
      state: enrollments.state,
      count: sql<number>`count(*)::int`,
    })
    .from(enrollments)
    .where(inArray(enrollments.courseId, courseIds))
    .groupBy(enrollments.courseId, enrollments.state);
}

/** The terms of a course or a cohort, as `wayIn` and `settle` read them. `waiting` counts its own queue. */
export const termsOf = (table: typeof courses | typeof cohorts) => ({
  policy: table.enrollmentPolicy,
  emailDomains: table.emailDomains,
  archivedAt: table.archivedAt,
  opensAt: table.opensAt,
  closesAt: table.closesAt,
  endsAt: table.endsAt,
  lengthDays: table.lengthDays,
  seats: table.seats,
  seatsTaken: table.seatsTaken,
  waitlist: table.waitlist,
  offerHours: table.offerHours,
  waiting:
    table === courses
      ? sql<number>`(select count(*)::int from enrollments w where w.course_id = courses.id and w.cohort_id is null and w.state = 'waitlisted')`
      : sql<number>`(select count(*)::int from enrollments w where w.cohort_id = cohorts.id and w.state = 'waitlisted')`,
});

/** A course as the scope of moves, with its cohorts. */
export async function enrollmentScopes(db: Db, courseId: string) {
  const [course] = await db
    .select({
      id: courses.id,
      slug: courses.slug,
      editionId: courses.currentEditionId,
      zone: courses.zone,
      key: courses.enrollmentKey,
      terms: termsOf(courses),
    })
    .from(courses)
    .where(eq(courses.id, courseId));
  if (!course) return null;
  const rows = await db
    .select({
      id: cohorts.id,
      name: cohorts.name,
      editionId: cohorts.editionId,
      zone: cohorts.zone,
      key: cohorts.enrollmentKey,
      startsAt: cohorts.startsAt,
      terms: termsOf(cohorts),
    })
    .from(cohorts)
    .where(eq(cohorts.courseId, courseId))
    .orderBy(cohorts.startsAt, cohorts.name);
  return { course, cohorts: rows };
}
export type EnrollmentScopes = NonNullable<Awaited<ReturnType<typeof enrollmentScopes>>>;
