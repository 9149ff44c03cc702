import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Database } from '@/db/client';
import type { Actor } from '@/rules/access';
import {
  type EnrollmentAction,
  type EnrollmentSnapshot,
  type EnrollmentState,
  enrollmentMovers,
  holdsSeat,
  nextState,
} from '@/rules/enrollment/enrollment-states';
import type { EnrollmentPolicy } from '@/rules/enrollment/enrollment-terms';

/** A course with two cohorts, of which a model-based test has one for each sequence. */
export type World = { courseId: string; slug: string; cohortIds: [string, string] };

type Scope = {
  id: string;
  version: number;
  seats: number | null;
  taken: number;
  starts: number | null;
  ends: number | null;
};
export type Seen = EnrollmentSnapshot & {
  id: string;
  userId: string;
  version: number;
  validFrom: string | null;
  validUntil: string | null;
  completedAt: string | null;
  lastActiveAt: string | null;
};
type Entry = {
  enrollmentId: string;
  action: EnrollmentAction | null;
  from: EnrollmentState | null;
  to: EnrollmentState;
  version: number;
  before: EnrollmentSnapshot | null;
};
/** Everything about a course that is looked at after each step, by person. Instants as ISO 8601. */
export type Sight = { course: Scope; cohorts: Scope[]; people: Map<string, Seen>; events: Entry[] };

/**
 * Makes the world of a sequence: another course like `model`, whose edition it shares, with two cohorts. One
 * statement, because thousands of them are made.
 */
export async function makeWorld(
  db: Database,
  model: string,
  owner: Actor,
  policies: readonly [EnrollmentPolicy, EnrollmentPolicy, EnrollmentPolicy],
): Promise<World> {
  const slug = `world-${crypto.randomUUID()}`;
  const [row] = await db.execute<{ course: string; first: string; second: string }>(sql`
    with course as (
      insert into courses (slug, current_edition_id, seats, waitlist, enrollment_policy)
      select ${slug}, current_edition_id, 4, true, ${policies[0]} from courses where id = ${model} returning id
    ), staff as (
      insert into course_staff (course_id, user_id, role) select id, ${owner.userId}::uuid, 'owner' from course
    ), first as (
      insert into cohorts (course_id, name, seats, waitlist, enrollment_policy)
      select id, 'Run 1', 2, true, ${policies[1]} from course returning id
    ), second as (
      insert into cohorts (course_id, name, seats, enrollment_policy) select id, 'Run 2', 1, ${policies[2]} from course returning id
    )
    select course.id as course, first.id as first, second.id as second from course, first, second`);
  if (!row) throw new Error('no world');
  return { courseId: row.course, slug, cohortIds: [row.first, row.second] };
}

/** Looks at a world, in one query. */
export async function see(db: Database, { courseId }: World): Promise<Sight> {
  const at = (column: string) =>
    sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
  const scope = sql`'id', id, 'version', version, 'seats', seats, 'taken', seats_taken,
    'starts', ${at('starts_at')}, 'ends', ${at('ends_at')}`;
  const [row] = await db.execute<{
    seen: { course: Scope; cohorts: Scope[]; people: Seen[]; events: Entry[] };
  }>(sql`
    select json_build_object(
      'course', (select json_build_object(${scope}) from courses where id = ${courseId}),
      'cohorts', (select json_agg(json_build_object(${scope}) order by name) from cohorts where course_id = ${courseId}),
      'people', (select coalesce(json_agg(json_build_object('id', id, 'userId', user_id, 'version', version, 'state', state,
        'cohortId', cohort_id, 'editionId', edition_id, 'endsAt', ${at('ends_at')}, 'endsZone', ends_zone,
        'offerUntil', ${at('offer_until')}, 'waitlistedAt', ${at('waitlisted_at')}, 'source', source,
        'validFrom', ${at('valid_from')}, 'validUntil', ${at('valid_until')}, 'completedAt', ${at('completed_at')},
        'lastActiveAt', ${at('last_active_at')})), '[]') from enrollments where course_id = ${courseId}),
      'events', (select coalesce(json_agg(json_build_object('enrollmentId', v.enrollment_id, 'action', v.action,
        'from', v.from_state, 'to', v.to_state, 'version', v.version, 'before', v.before) order by v.id), '[]')
        from enrollment_events v join enrollments e on e.id = v.enrollment_id where e.course_id = ${courseId})
    ) as seen`);
  if (!row) throw new Error('no world to see');
  const { people, ...rest } = row.seen;
  const byPerson = new Map(people.map((one) => [one.userId, one]));
  expect(byPerson.size).toBe(people.length);
  return { ...rest, people: byPerson };
}

/** What an enrollment is, without what only counts or derives. */
export const snapshot = (row: Seen): EnrollmentSnapshot => ({
  state: row.state,
  cohortId: row.cohortId,
  editionId: row.editionId,
  endsAt: row.endsAt,
  endsZone: row.endsZone,
  offerUntil: row.offerUntil,
  waitlistedAt: row.waitlistedAt,
  source: row.source,
});

/** Seats as they are held, dates as the rules have them, and histories that explain what is. */
export function expectSound({ course, cohorts, people, events }: Sight): void {
  const rows = [...people.values()];
  for (const { id, seats, taken } of [course, ...cohorts]) {
    const held = rows.filter((row) => holdsSeat(row.state) && (id === course.id || row.cohortId === id));
    expect([id, taken]).toEqual([id, held.length]);
    expect(held.length).toBeLessThanOrEqual(seats ?? held.length);
  }
  for (const row of rows) {
    const cohort = cohorts.find(({ id }) => id === row.cohortId);
    expect(row.cohortId === null).toBe(cohort === undefined);
    // The first that is set wins: one's own, the cohort's, the course's.
    expect(row.validFrom).toBe(cohort?.starts ?? course.starts);
    const ends = row.endsAt ?? cohort?.ends ?? course.ends;
    expect(row.validUntil).toBe(row.state === 'invited' ? row.offerUntil : ends);
    expect([row.state, row.offerUntil !== null]).toEqual([row.state, row.state === 'invited']);
    expect([row.state, row.waitlistedAt !== null]).toEqual([row.state, row.state === 'waitlisted']);
    expect([row.state, row.completedAt !== null]).toEqual([row.state, row.state === 'completed']);
    expectExplained(
      row,
      events.filter(({ enrollmentId }) => enrollmentId === row.id),
    );
  }
}

/** Each entry begins where the one before it ended, by a move that there is, and the last is what is. */
function expectExplained(row: Seen, history: readonly Entry[]): void {
  let state: EnrollmentState | null = null;
  let last = 0;
  for (const { action, from, to, version, before } of history) {
    expect(from).toBe(state);
    expect(version).toBeGreaterThan(last);
    if (action !== 'complete') expect(before?.state ?? null).toBe(from);
    if (action !== null && action !== 'undo') {
      const ways = enrollmentMovers.map((by) => nextState(action, from ?? 'none', by));
      expect([action, from, ways.includes(to)]).toEqual([action, from, true]);
    }
    [state, last] = [to, version];
  }
  expect([state, last]).toEqual([row.state, row.version]);
}

/**
 * Nobody is passed over: a seat that is free is free for nobody who waits, and those offered one waited longest.
 * Where time is over there is nothing to offer.
 */
export function expectServed(before: Sight, after: Sight, now: Date): void {
  const free = ({ seats, taken }: Scope) => seats === null || taken < seats;
  const place = (row: Seen) => `${row.waitlistedAt} ${row.id}`;
  const queue = [...before.people.values()].filter(({ state }) => state === 'waitlisted');
  for (const was of queue) {
    const cohort = after.cohorts.find(({ id }) => id === was.cohortId);
    const ends = cohort?.ends ?? after.course.ends;
    const open = (ends === null || new Date(ends) > now) && free(after.course) && (!cohort || free(cohort));
    const is = after.people.get(was.userId);
    expect([is?.state, is?.state === 'waitlisted' && open]).toEqual([is?.state, false]);
    if (is?.state !== 'invited') continue;
    expect(ends === null || new Date(ends) > now).toBe(true);
    const ahead = queue.filter((other) => other.cohortId === was.cohortId && place(other) < place(was));
    expect(
      ahead.map(({ userId }) => after.people.get(userId)?.state).filter((state) => state !== 'invited'),
    ).toEqual([]);
  }
}
