import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { BatchMove } from '@/rules/enrollment/enrollment-batch';
import type { Chosen, RosterFilter } from '@/rules/enrollment/roster-filter';
import type { Db } from '../client';
import { cohorts, courses, enrollmentBatches, enrollments, users } from '../schema';
import { termsOf } from './enrollments';
import { nameOrder } from './keyset';
import { chosenRows, type RosterScope } from './roster';

type Choice = { chosen: Chosen; filter: RosterFilter; scope: RosterScope };

/** Whether a deadline of one's own is set, and has passed. */
const ownEnd = ({ now }: RosterScope) =>
  sql<'none' | 'past' | 'ahead'>`case when ${enrollments.endsAt} is null then 'none'
    when ${enrollments.endsAt} <= ${now.toISOString()}::timestamptz then 'past' else 'ahead' end`;

/**
 * The chosen enrollments by what decides what an action does to them: their course, cohort, state and whether
 * a deadline of their own has passed. There are few such groups, however many people are in them.
 */
export async function chosenGroups(db: Db, { chosen, filter, scope }: Choice) {
  const own = ownEnd(scope);
  return db
    .select({
      courseId: enrollments.courseId,
      cohortId: enrollments.cohortId,
      state: enrollments.state,
      own: own.as('own'),
      endsAt: sql<string | null>`max(${enrollments.endsAt})::text`,
      people: sql<number>`count(*)::int`,
    })
    .from(enrollments)
    .innerJoin(users, eq(users.id, enrollments.userId))
    .where(chosenRows(chosen, filter, scope))
    .groupBy(enrollments.courseId, enrollments.cohortId, enrollments.state, sql`own`)
    .orderBy(
      asc(enrollments.courseId),
      sql`${enrollments.cohortId} nulls first`,
      enrollments.state,
      sql`own`,
    );
}
export type ChosenGroup = Awaited<ReturnType<typeof chosenGroups>>[number];

/** Some of the people of some groups, by name. */
export async function peopleOfGroups(db: Db, choice: Choice, groups: readonly ChosenGroup[], limit: number) {
  if (groups.length === 0) return [];
  const keys = groups.map(({ courseId, cohortId, state, own }) => ({ courseId, cohortId, state, own }));
  const own = ownEnd(choice.scope);
  return db
    .select({
      id: enrollments.id,
      name: users.name,
      email: users.email,
      course: courses.slug,
      courseId: enrollments.courseId,
      cohortId: enrollments.cohortId,
      state: enrollments.state,
      own: own.as('own'),
    })
    .from(enrollments)
    .innerJoin(users, eq(users.id, enrollments.userId))
    .innerJoin(courses, eq(courses.id, enrollments.courseId))
    .where(
      and(
        chosenRows(choice.chosen, choice.filter, choice.scope),
        sql`exists (select 1 from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as g
          ("courseId" uuid, "cohortId" uuid, state text, own text)
          where g."courseId" = ${enrollments.courseId} and g."cohortId" is not distinct from ${enrollments.cohortId}
            and g.state = ${enrollments.state} and g.own = ${own})`,
      ),
    )
    .orderBy(nameOrder, enrollments.id)
    .limit(limit);
}

/** The terms of courses and all of their cohorts, as the forecast of seats reads them: two queries for any number. */
export async function scopesOfCourses(db: Db, courseIds: readonly string[]) {
  const ids = [...new Set(courseIds)];
  if (ids.length === 0) return [];
  const heads = await db
    .select({
      id: courses.id,
      slug: courses.slug,
      editionId: courses.currentEditionId,
      zone: courses.zone,
      key: courses.enrollmentKey,
      terms: termsOf(courses),
    })
    .from(courses)
    .where(inArray(courses.id, ids));
  const runs = await db
    .select({
      courseId: cohorts.courseId,
      id: cohorts.id,
      name: cohorts.name,
      editionId: cohorts.editionId,
      zone: cohorts.zone,
      key: cohorts.enrollmentKey,
      startsAt: cohorts.startsAt,
      terms: termsOf(cohorts),
    })
    .from(cohorts)
    .where(inArray(cohorts.courseId, ids));
  return heads.map((course) => ({ course, cohorts: runs.filter(({ courseId }) => courseId === course.id) }));
}

type Batch = {
  courseId: string | null;
  cohortId: string | null;
  title: string;
  createdBy: string;
  /** The same for everybody; who has another deadline by the zone of their course is named in `ends`. */
  move: Omit<BatchMove, 'ends'>;
  /** By course and cohort, as `course` or `course:cohort`; null leaves deadlines as they are. */
  ends: Record<string, BatchMove['ends']> | null;
};

const atOnce = 10_000;

/**
 * Writes a batch with everybody who was chosen at this moment, in the order in which seats are given: who waits
 * longest first. Who was chosen is read once; it is written down a part at a time.
 */
export async function recordBulkBatch(
  db: Db,
  choice: Choice,
  batch: Batch,
): Promise<{ id: string; total: number }> {
  const rows = await db
    .select({
      userId: enrollments.userId,
      courseId: enrollments.courseId,
      cohortId: enrollments.cohortId,
    })
    .from(enrollments)
    .innerJoin(users, eq(users.id, enrollments.userId))
    .where(chosenRows(choice.chosen, choice.filter, choice.scope))
    .orderBy(
      asc(enrollments.courseId),
      sql`${enrollments.waitlistedAt} nulls last`,
      asc(enrollments.createdAt),
      asc(enrollments.id),
    );
  const { courseId, cohortId, title, createdBy, move, ends } = batch;
  const [made] = await db
    .insert(enrollmentBatches)
    .values({ courseId, cohortId, kind: 'bulk', title, createdBy, total: rows.length })
    .returning({ id: enrollmentBatches.id });
  if (!made) throw new Error('the batch was not made');
  for (let from = 0; from < rows.length; from += atOnce) {
    const items = rows.slice(from, from + atOnce).map((row, index) => ({
      position: from + index + 1,
      courseId: row.courseId,
      userId: row.userId,
      ends:
        ends === null
          ? 'as-it-is'
          : scopeKey(row.courseId, move.cohortId === undefined ? row.cohortId : move.cohortId),
    }));
    await db.execute(sql`
      insert into batch_items (batch_id, position, course_id, user_id, move)
      select ${made.id}::uuid, row.position, row."courseId", row."userId",
        ${JSON.stringify(move)}::jsonb || case when ${JSON.stringify(ends ?? {})}::jsonb ? row.ends
          then jsonb_build_object('ends', ${JSON.stringify(ends ?? {})}::jsonb -> row.ends) else '{}'::jsonb end
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as row
        (position int, "courseId" uuid, "userId" uuid, ends text)`);
  }
  return { id: made.id, total: rows.length };
}

/** How `ends` names a course, or a cohort of it. */
export const scopeKey = (courseId: string, cohortId: string | null): string =>
  cohortId === null ? courseId : `${courseId}:${cohortId}`;
