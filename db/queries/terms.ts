import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { SetTerms } from '@/rules/enrollment/enrollment-settings';
import type { Db } from '../client';
import { cohorts, courses, enrollments } from '../schema';
import { termsOf } from './enrollments';

/** What the terms of a course or of a cohort belong to. */
export type TermsScope = { courseId: string } | { cohortId: string };

const tableOf = (scope: TermsScope) => ('courseId' in scope ? courses : cohorts);
const isScope = (scope: TermsScope): SQL =>
  'courseId' in scope ? eq(courses.id, scope.courseId) : eq(cohorts.id, scope.cohortId);
const columns = (table: typeof courses | typeof cohorts) => ({
  version: table.version,
  key: table.enrollmentKey,
  startsAt: table.startsAt,
  zone: table.zone,
  terms: termsOf(table),
});

/** Terms as their form shows them, with the version that a change is made on top of. */
export async function termsToSet(db: Db, scope: TermsScope) {
  const table = tableOf(scope);
  const [row] = await db.select(columns(table)).from(table).where(isScope(scope));
  if (!row) return null;
  const { key, startsAt, terms, ...rest } = row;
  return { ...rest, archivedAt: terms.archivedAt, terms: { ...terms, key, startsAt } };
}
export type StoredTerms = NonNullable<Awaited<ReturnType<typeof termsToSet>>>;

/**
 * Locks what a change of dates reaches: the enrollments whose time it is, in the order of their ids, before
 * the course or cohort itself. Every writer of enrollments locks in this order.
 */
export async function lockForDates(db: Db, scope: TermsScope): Promise<void> {
  const own =
    'courseId' in scope ? eq(enrollments.courseId, scope.courseId) : eq(enrollments.cohortId, scope.cohortId);
  await db.execute(
    sql`select count(*) from (select id from ${enrollments} where ${own} order by id for update) locked`,
  );
}

/**
 * Gives what follows in a transaction more time than a statement usually has: the dates of a course reach all of its
 * people in one, so that nobody's time is ever half changed, and a hundred thousand take longer than 5 s.
 */
export async function allowLongStatements(db: Db): Promise<void> {
  await db.execute(sql`set local statement_timeout = '120s'`);
}

/** Locks a course's or a cohort's row until the transaction ends. */
export async function lockTerms(db: Db, scope: TermsScope): Promise<void> {
  const table = tableOf(scope);
  await db.select({ id: table.id }).from(table).where(isScope(scope)).for('update');
}

export type SavedTerms = { saved: true } | { saved: false; taken: number | null };

/**
 * Saves terms on top of the version that was read. Seats that are taken are not taken away: the database
 * compares. @returns `taken` with how many are taken when that is what stands in the way.
 */
export async function saveTerms(
  db: Db,
  scope: TermsScope,
  version: number,
  { key, policy, ...terms }: SetTerms,
  also: { name?: string; zone?: string; editionId?: string | null } = {},
): Promise<SavedTerms> {
  const table = tableOf(scope);
  const fits = terms.seats === null ? undefined : sql`${table.seatsTaken} <= ${terms.seats}`;
  const rows = await db
    .update(table)
    .set({
      ...terms,
      ...also,
      enrollmentPolicy: policy,
      enrollmentKey: key,
      version: sql`${table.version} + 1`,
    })
    .where(and(isScope(scope), eq(table.version, version), fits))
    .returning({ id: table.id });
  if (rows.length > 0) return { saved: true };
  const [now] = await db
    .select({ version: table.version, taken: table.seatsTaken })
    .from(table)
    .where(isScope(scope));
  return { saved: false, taken: now && now.version === version ? now.taken : null };
}
