import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { EnrollmentState } from '@/rules/enrollment/enrollment-states';
import type { GradebookFilter, GradebookSort } from '@/rules/grading/gradebook-filter';
import { mostCounted, type TableOrder } from '@/rules/tables/table-view';
import type { Db } from '../client';
import { cohorts, courseGrades, enrollments, grades, users } from '../schema';
import { countedShare } from './grading';
import { keyset, nameContains, nameOrder, numberKey, type SortKey, textKey } from './keyset';

/** Whose grades a gradebook shows: who learns or has learned in the course. */
const learning: EnrollmentState[] = ['active', 'paused', 'completed', 'expired'];
export const isLearner = inArray(enrollments.state, learning);

/** One more than the total in millionths, and nothing for who has none: so these stand apart from a total of 0. */
const sortKey = (sort: GradebookSort): SortKey =>
  sort === 'name' ? textKey(nameOrder) : numberKey(sql`coalesce(${courseGrades.share} + 1, 0)`);

function ofStanding(standing: GradebookFilter['standing']): SQL | undefined {
  if (standing === 'passed') return sql`${courseGrades.passed}`;
  if (standing === 'not-passed') return sql`not coalesce(${courseGrades.passed}, false)`;
  return standing === 'ungraded' ? isNull(courseGrades.share) : undefined;
}

/** The learners of a course that a filter lets through. */
const matching = (filter: GradebookFilter, courseId: string): SQL | undefined =>
  and(
    eq(enrollments.courseId, courseId),
    isLearner,
    filter.cohort === null
      ? undefined
      : filter.cohort === 'none'
        ? isNull(enrollments.cohortId)
        : eq(enrollments.cohortId, filter.cohort),
    ofStanding(filter.standing),
    filter.search === '' ? undefined : nameContains(filter.search),
  );

/** A page of the learners of a course with their totals, or the next part of an export. */
export async function gradebookRows(
  db: Db,
  filter: GradebookFilter,
  order: TableOrder<GradebookSort>,
  { courseId, limit }: { courseId: string; limit: number },
) {
  const by = sortKey(order.sort);
  const { where, orderBy, reversed } = keyset(order, by, sql`${enrollments.id}`);
  const rows = await db
    .select({
      id: enrollments.id,
      name: users.name,
      email: users.email,
      externalId: users.externalId,
      cohort: cohorts.name,
      share: courseGrades.share,
      passed: sql<boolean>`coalesce(${courseGrades.passed}, false)`,
      key: by.key,
    })
    .from(enrollments)
    .innerJoin(users, eq(users.id, enrollments.userId))
    .leftJoin(cohorts, eq(cohorts.id, enrollments.cohortId))
    .leftJoin(courseGrades, eq(courseGrades.enrollmentId, enrollments.id))
    .where(and(matching(filter, courseId), where))
    .orderBy(...orderBy)
    .limit(limit);
  return reversed ? rows.reverse() : rows;
}

/** How many match, counted no further than one more than a page names. */
export async function countGradebook(db: Db, filter: GradebookFilter, courseId: string): Promise<number> {
  const some = db
    .select({ one: sql<number>`1` })
    .from(enrollments)
    .innerJoin(users, eq(users.id, enrollments.userId))
    .leftJoin(courseGrades, eq(courseGrades.enrollmentId, enrollments.id))
    .where(matching(filter, courseId))
    .limit(mostCounted + 1);
  const [row] = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from ${some} as counted`,
  );
  return row?.total ?? 0;
}

/** What a table shows of the grades of some learners: one query, whatever number of items. */
export const shownGrades = (db: Db, enrollmentIds: readonly string[]) =>
  enrollmentIds.length === 0
    ? Promise.resolve([])
    : db
        .select({
          enrollmentId: grades.enrollmentId,
          itemId: grades.itemId,
          share: countedShare,
          overridden: sql<boolean>`${grades.override} is not null`,
          released: sql<boolean>`${grades.releasedAt} is not null`,
        })
        .from(grades)
        .where(inArray(grades.enrollmentId, [...enrollmentIds]));

/** The grades of all learners of a course in one item. */
export const gradesInItem = (db: Db, courseId: string, itemId: string) =>
  db
    .select({
      enrollmentId: enrollments.id,
      name: users.name,
      cohortId: enrollments.cohortId,
      share: countedShare,
      released: sql<boolean>`${grades.releasedAt} is not null`,
    })
    .from(enrollments)
    .innerJoin(users, eq(users.id, enrollments.userId))
    .leftJoin(grades, and(eq(grades.enrollmentId, enrollments.id), eq(grades.itemId, itemId)))
    .where(and(eq(enrollments.courseId, courseId), isLearner))
    .orderBy(sql`${nameOrder}`, asc(enrollments.id));

/** The names of learners, by enrollment. */
export async function namesOf(db: Db, enrollmentIds: readonly string[]): Promise<Map<string, string>> {
  if (enrollmentIds.length === 0) return new Map();
  const rows = await db
    .select({ id: enrollments.id, name: users.name })
    .from(enrollments)
    .innerJoin(users, eq(users.id, enrollments.userId))
    .where(inArray(enrollments.id, [...enrollmentIds]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
