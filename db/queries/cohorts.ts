import { and, asc, desc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { SetTerms } from '@/rules/enrollment/enrollment-settings';
import type { Db } from '../client';
import { cohortStaff, cohorts, courseStaff, editions, enrollments, users } from '../schema';
import { termsOf } from './enrollments';

const columns = {
  id: cohorts.id,
  name: cohorts.name,
  zone: cohorts.zone,
  startsAt: cohorts.startsAt,
  editionId: cohorts.editionId,
  terms: termsOf(cohorts),
};

/** The cohorts of a course: what is to come and what runs first, then those that are over, then the archived. */
export function cohortsOf(db: Db, courseId: string) {
  return db
    .select(columns)
    .from(cohorts)
    .where(eq(cohorts.courseId, courseId))
    .orderBy(
      sql`${cohorts.archivedAt} is not null`,
      sql`coalesce(${cohorts.endsAt} <= now(), false)`,
      sql`${cohorts.startsAt} nulls first`,
      asc(cohorts.name),
    );
}

/** The cohorts that people may come into by themselves, now or later; the most that a page shows of them. */
export function cohortsToChoose(db: Db, courseId: string) {
  return db
    .select(columns)
    .from(cohorts)
    .where(
      and(
        eq(cohorts.courseId, courseId),
        isNull(cohorts.archivedAt),
        ne(cohorts.enrollmentPolicy, 'closed'),
        or(isNull(cohorts.endsAt), sql`${cohorts.endsAt} > now()`),
        or(isNull(cohorts.closesAt), sql`${cohorts.closesAt} > now()`),
      ),
    )
    .orderBy(sql`${cohorts.startsAt} nulls first`, asc(cohorts.name))
    .limit(50);
}

/** One cohort of a course, with the number of the edition it is pinned to. */
export async function cohortOf(db: Db, courseId: string, cohortId: string) {
  const [row] = await db
    .select({ ...columns, version: cohorts.version, key: cohorts.enrollmentKey, edition: editions.number })
    .from(cohorts)
    .leftJoin(editions, eq(editions.id, cohorts.editionId))
    .where(and(eq(cohorts.courseId, courseId), eq(cohorts.id, cohortId)));
  return row ?? null;
}

/** One change of the names of a course's cohorts at a time, so that no two come to be called alike. */
export async function takeNamingTurn(db: Db, courseId: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`cohort names:${courseId}`}, 0))`);
}

/** Whether another cohort of the course is called so. */
export async function isCohortName(
  db: Db,
  courseId: string,
  name: string,
  except: string | null,
): Promise<boolean> {
  const rows = await db
    .select({ id: cohorts.id })
    .from(cohorts)
    .where(
      and(
        eq(cohorts.courseId, courseId),
        sql`lower(${cohorts.name}) = lower(${name})`,
        except === null ? undefined : ne(cohorts.id, except),
      ),
    );
  return rows.length > 0;
}

type NewCohort = { courseId: string; name: string; zone: string; editionId: string | null; terms: SetTerms };

/** Makes a cohort. @returns its id. */
export async function recordCohort(db: Db, { terms, ...cohort }: NewCohort): Promise<string> {
  const { key, policy, ...rest } = terms;
  const [row] = await db
    .insert(cohorts)
    .values({ ...cohort, ...rest, enrollmentKey: key, enrollmentPolicy: policy })
    .returning({ id: cohorts.id });
  if (!row) throw new Error('a cohort was not made');
  return row.id;
}

/** Archives a cohort or brings it back. @returns whether that changed anything. */
export async function setCohortArchived(db: Db, cohortId: string, archived: boolean): Promise<boolean> {
  const rows = await db
    .update(cohorts)
    .set({ archivedAt: archived ? sql`now()` : null, version: sql`${cohorts.version} + 1` })
    .where(and(eq(cohorts.id, cohortId), sql`(${cohorts.archivedAt} is not null) = ${!archived}`))
    .returning({ id: cohorts.id });
  return rows.length > 0;
}

/** Who teaches some cohorts, by name. */
export function cohortInstructors(db: Db, cohortIds: readonly string[]) {
  return db
    .select({
      cohortId: cohortStaff.cohortId,
      userId: users.id,
      name: users.name,
      suspended: sql<boolean>`${users.suspendedAt} is not null`,
    })
    .from(cohortStaff)
    .innerJoin(users, eq(users.id, cohortStaff.userId))
    .where(inArray(cohortStaff.cohortId, [...cohortIds]))
    .orderBy(asc(users.name), asc(users.id));
}

/** The cohorts of a course that somebody teaches and that are not archived, the one that began last first. */
export function cohortsTaughtBy(db: Db, courseId: string, userId: string) {
  return db
    .select({ id: cohorts.id, name: cohorts.name })
    .from(cohortStaff)
    .innerJoin(cohorts, eq(cohorts.id, cohortStaff.cohortId))
    .where(and(eq(cohortStaff.userId, userId), eq(cohorts.courseId, courseId), isNull(cohorts.archivedAt)))
    .orderBy(sql`${cohorts.startsAt} desc nulls last`, desc(cohorts.createdAt), asc(cohorts.id));
}

/** The cohort of an enrollment, with who teaches it and is still of the course, by name; null where there is none. */
export async function cohortOfEnrollment(db: Db, enrollmentId: string) {
  const rows = await db
    .select({ cohort: cohorts.name, name: users.name, email: users.email })
    .from(enrollments)
    .innerJoin(cohorts, eq(cohorts.id, enrollments.cohortId))
    .leftJoin(cohortStaff, eq(cohortStaff.cohortId, cohorts.id))
    .leftJoin(
      courseStaff,
      and(eq(courseStaff.courseId, cohorts.courseId), eq(courseStaff.userId, cohortStaff.userId)),
    )
    .leftJoin(users, and(eq(users.id, courseStaff.userId), isNull(users.suspendedAt)))
    .where(eq(enrollments.id, enrollmentId))
    .orderBy(asc(users.name), asc(users.id));
  const [first] = rows;
  if (!first) return null;
  const instructors = rows.flatMap(({ name, email }) =>
    name !== null && email !== null ? [{ name, email }] : [],
  );
  return { name: first.cohort, instructors };
}

/** Lets somebody teach a cohort. @returns false when they do already. */
export async function recordCohortInstructor(db: Db, cohortId: string, userId: string): Promise<boolean> {
  const rows = await db
    .insert(cohortStaff)
    .values({ cohortId, userId })
    .onConflictDoNothing()
    .returning({ userId: cohortStaff.userId });
  return rows.length > 0;
}

/** Takes somebody off the people who teach a cohort. @returns false when they did not. */
export async function deleteCohortInstructor(db: Db, cohortId: string, userId: string): Promise<boolean> {
  const rows = await db
    .delete(cohortStaff)
    .where(and(eq(cohortStaff.cohortId, cohortId), eq(cohortStaff.userId, userId)))
    .returning({ userId: cohortStaff.userId });
  return rows.length > 0;
}
