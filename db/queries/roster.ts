import { and, eq, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { endedByTime } from '@/rules/enrollment/enrollment-states';
import {
  activityDays,
  type Chosen,
  type RosterFilter,
  type RosterSort,
} from '@/rules/enrollment/roster-filter';
import { mostCounted, type TableOrder } from '@/rules/tables/table-view';
import type { Db } from '../client';
import { cohorts, courses, editions, enrollments, users } from '../schema';
import {
  emailContains,
  instantKey,
  keyset,
  nameContains,
  nameOrder,
  numberKey,
  type SortKey,
  textKey,
} from './keyset';

/** Whose enrollments: those of one course, or of all; and whether addresses may be searched too. */
export type RosterScope = { courseId: string | null; contacts: boolean; now: Date };

const timed = inArray(enrollments.state, [...endedByTime]);
const overBy = (now: Date) => sql`${enrollments.validUntil} <= ${now.toISOString()}::timestamptz`;

/** The state that counts now: the same as `effectiveState` of the rules. */
const effective = (now: Date) =>
  sql<
    (typeof enrollments.$inferSelect)['state']
  >`case when ${timed} and ${overBy(now)} then 'expired' else ${enrollments.state} end`;

function ofState(state: NonNullable<RosterFilter['state']>, now: Date): SQL | undefined {
  if (state === 'expired') return or(eq(enrollments.state, 'expired'), and(timed, overBy(now)));
  if (!(endedByTime as readonly string[]).includes(state)) return eq(enrollments.state, state);
  return and(
    eq(enrollments.state, state),
    sql`(${enrollments.validUntil} is null or ${enrollments.validUntil} > ${now.toISOString()}::timestamptz)`,
  );
}

const lastActive = instantKey(sql`${enrollments.lastActiveAt}`, '-infinity');

function ofActivity(activity: RosterFilter['activity'], now: Date): SQL | undefined {
  if (activity === null) return undefined;
  const span = activityDays(activity);
  if (span === null) return isNull(enrollments.lastActiveAt);
  const since = sql`${new Date(now.getTime() - span.days * 86_400_000).toISOString()}::timestamptz`;
  return span.quiet ? lt(lastActive.order, since) : gte(lastActive.order, since);
}

function sortKey(sort: RosterSort): SortKey {
  if (sort === 'name') return textKey(nameOrder);
  if (sort === 'active') return lastActive;
  if (sort === 'ends') return instantKey(sql`${enrollments.validUntil}`, 'infinity');
  if (sort === 'progress') return numberKey(sql`${enrollments.percent}`);
  return instantKey(sql`${enrollments.createdAt}`);
}

const noneOr = (column: typeof enrollments.cohortId | typeof enrollments.source, value: string | null) =>
  value === null ? undefined : value === 'none' ? isNull(column) : eq(column, value);

/**
 * What a filter lets through. A search finds its people by their own index first: only then are their
 * enrollments looked up.
 */
function matching(filter: RosterFilter, { courseId, contacts, now }: RosterScope): SQL | undefined {
  const { progressFrom: from, progressTo: to } = filter;
  return and(
    courseId ? eq(enrollments.courseId, courseId) : undefined,
    filter.course && !courseId
      ? sql`${enrollments.courseId} = (select id from courses where slug = ${filter.course})`
      : undefined,
    filter.state ? ofState(filter.state, now) : undefined,
    noneOr(enrollments.cohortId, filter.cohort),
    noneOr(enrollments.source, filter.source),
    ofActivity(filter.activity, now),
    from === null ? undefined : gte(enrollments.percent, from),
    to === null ? undefined : lte(enrollments.percent, to),
    filter.search === ''
      ? undefined
      : or(nameContains(filter.search), contacts ? emailContains(filter.search) : undefined),
  );
}

/** The rows that an action is for: those that were ticked, or all that match. */
export function chosenRows(chosen: Chosen, filter: RosterFilter, scope: RosterScope): SQL | undefined {
  if (chosen.all) return matching(filter, scope);
  const ofCourse = scope.courseId ? eq(enrollments.courseId, scope.courseId) : undefined;
  return and(ofCourse, chosen.ids.length > 0 ? inArray(enrollments.id, chosen.ids) : sql`false`);
}

/** A page of enrollments with who they are of, or the next part of an export. */
export async function rosterRows(
  db: Db,
  filter: RosterFilter,
  order: TableOrder<RosterSort>,
  scope: RosterScope & { limit: number },
) {
  const by = sortKey(order.sort);
  const { where, orderBy, reversed } = keyset(order, by, sql`${enrollments.id}`);
  const rows = await db
    .select({
      id: enrollments.id,
      userId: enrollments.userId,
      name: users.name,
      email: users.email,
      externalId: users.externalId,
      course: courses.slug,
      editionId: enrollments.editionId,
      cohort: cohorts.name,
      state: effective(scope.now),
      percent: enrollments.percent,
      lastActiveAt: enrollments.lastActiveAt,
      createdAt: enrollments.createdAt,
      validUntil: enrollments.validUntil,
      zone: sql<string>`coalesce(${enrollments.endsZone}, ${cohorts.zone}, ${courses.zone})`,
      source: enrollments.source,
      key: by.key,
    })
    .from(enrollments)
    .innerJoin(users, eq(users.id, enrollments.userId))
    .innerJoin(courses, eq(courses.id, enrollments.courseId))
    .leftJoin(cohorts, eq(cohorts.id, enrollments.cohortId))
    .where(and(matching(filter, scope), where))
    .orderBy(...orderBy)
    .limit(scope.limit);
  return reversed ? rows.reverse() : rows;
}
export type RosterRow = Awaited<ReturnType<typeof rosterRows>>[number];

/** Number, size and title of editions. */
export function editionSizes(db: Db, ids: readonly string[]) {
  return db
    .select({
      id: editions.id,
      number: editions.number,
      blocks: editions.blocks,
      title: sql<string>`coalesce(${editions.manifest}->>'title', '')`,
    })
    .from(editions)
    .where(inArray(editions.id, [...ids]));
}

/** How many match, counted no further than one more than a page names. */
export async function countRoster(db: Db, filter: RosterFilter, scope: RosterScope): Promise<number> {
  const some = db
    .select({ one: sql<number>`1` })
    .from(enrollments)
    .where(matching(filter, scope))
    .limit(mostCounted + 1);
  const found = filter.search === '' ? some : some.innerJoin(users, eq(users.id, enrollments.userId));
  const [row] = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from ${found} as counted`,
  );
  return row?.total ?? 0;
}

/** Who is active now, in a course or in all. */
export async function countActive(db: Db, { courseId, now }: Omit<RosterScope, 'contacts'>): Promise<number> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const [row] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(enrollments)
    .where(
      and(
        courseId ? eq(enrollments.courseId, courseId) : undefined,
        eq(enrollments.state, 'active'),
        sql`coalesce(${enrollments.validUntil}, 'infinity') > ${at}`,
      ),
    );
  return row?.total ?? 0;
}

/**
 * What a course's roster can be filtered by: the sources that its enrollments came from. Each is looked up after
 * the one before it, so that a hundred thousand enrollments of one source are not read for it.
 */
export async function sourcesOf(db: Db, courseId: string): Promise<string[]> {
  const next = (after: SQL) => sql`(select min(e.source) from enrollments e
    where e.course_id = ${courseId} and e.source is not null ${after})`;
  const rows = await db.execute<{ source: string }>(sql`
    with recursive found (source) as (
      select ${next(sql``)} union all
      select ${next(sql`and e.source > found.source`)} from found where found.source is not null
    ) select source from found where source is not null limit 100`);
  return rows.map(({ source }) => source);
}

/** The courses that enrollments can be filtered by, by their addresses. */
export async function coursesToChoose(db: Db): Promise<string[]> {
  const rows = await db.select({ slug: courses.slug }).from(courses).orderBy(courses.slug).limit(5_000);
  return rows.map(({ slug }) => slug);
}

/** How many blocks are done in one enrollment. */
export async function blocksDoneIn(db: Db, enrollmentId: string): Promise<number> {
  const [row] = await db.execute<{ done: number }>(sql`
    select coalesce(sum(cardinality(done_blocks)), 0)::int as done from lesson_progress where enrollment_id = ${enrollmentId}`);
  return row?.done ?? 0;
}
