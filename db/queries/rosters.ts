import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm';
import type { RosterOutcome, RosterReading } from '@/rules/enrollment/roster';
import type { PlannedRow } from '@/rules/enrollment/roster-plan';
import type { Db } from '../client';
import { cohorts, rosterRows, rosters, users } from '../schema';

/** A list waits this long to be committed. */
const kept = sql`interval '1 day'`;
const standing = sql`(${rosters.batchId} is not null or ${rosters.createdAt} >= now() - ${kept})`;

/** What the first row of a file is when it holds the heads of the columns: kept, but no row of the list. */
export const headRow = 'head';
const isRow = ne(rosterRows.outcome, headRow);

type Choices = { cohortId: string | null; source: string | null; sync: boolean };
export type Planned = Choices & {
  heads: string[];
  columns: readonly (string | null)[];
  rowCount: number;
  outcomes: Record<string, number>;
  reading: RosterReading;
};

/** Makes a list whose rows follow. @returns its id. */
export async function recordRoster(
  db: Db,
  roster: Choices & { courseId: string; createdBy: string; name: string },
): Promise<string> {
  const [row] = await db
    .insert(rosters)
    .values({ ...roster, heads: [], columns: [] })
    .returning({ id: rosters.id });
  if (!row) throw new Error('the list was not stored');
  return row.id;
}

/** Writes what the rows of a list came to. */
export async function setRosterPlanned(db: Db, id: string, { columns, ...planned }: Planned): Promise<void> {
  await db
    .update(rosters)
    .set({ ...planned, columns: [...columns] })
    .where(eq(rosters.id, id));
}

export type StoredRow = Omit<PlannedRow, 'outcome'> & {
  line: number;
  cells: readonly string[];
  outcome: RosterOutcome | typeof headRow;
};

const asJson = (rows: readonly StoredRow[]): string =>
  JSON.stringify(
    rows.map(({ externalId, userId, ...row }) => ({ ...row, external_id: externalId, user_id: userId })),
  );
const planColumns = sql`line int, email text, name text, external_id text, user_id uuid, outcome text, move jsonb, notes jsonb`;

/** Adds rows to a list, in one statement. */
export async function recordRosterRows(db: Db, rosterId: string, rows: readonly StoredRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.execute(sql`
    insert into roster_rows (roster_id, line, cells, email, name, external_id, user_id, outcome, move, notes)
    select ${rosterId}, line, cells, email, name, external_id, user_id, outcome, nullif(move, 'null'::jsonb), notes
    from jsonb_to_recordset(${asJson(rows)}::jsonb) as row (cells jsonb, ${planColumns})`);
}

/** Writes what rows of a list come to now, given in the order of their lines. */
export async function setRosterRows(db: Db, rosterId: string, rows: readonly StoredRow[]): Promise<void> {
  if (rows.length === 0) return;
  const given = rows.map((row) => ({ ...row, cells: [] }));
  // The lines of a part lie together: so its rows are found by them, and not among all rows of the list.
  const [first, last] = [rows[0]?.line ?? 0, rows.at(-1)?.line ?? 0];
  await db.execute(sql`
    update roster_rows r set email = row.email, name = row.name, external_id = row.external_id,
      user_id = row.user_id, outcome = row.outcome, move = nullif(row.move, 'null'::jsonb), notes = row.notes
    from jsonb_to_recordset(${asJson(given)}::jsonb) as row (${planColumns})
    where r.roster_id = ${rosterId} and r.line between ${first}::int and ${last}::int and r.line = row.line`);
}

/** Takes back the rows that keeping in step with a source added. */
export async function deleteSyncRows(db: Db, rosterId: string): Promise<void> {
  await db
    .delete(rosterRows)
    .where(and(eq(rosterRows.rosterId, rosterId), inArray(rosterRows.outcome, ['will-withdraw', 'kept'])));
}

/** The rows of a list after a line, as they were read. */
export function rosterRowsAfter(db: Db, rosterId: string, line: number, limit: number) {
  return db
    .select({
      line: rosterRows.line,
      cells: rosterRows.cells,
      outcome: rosterRows.outcome,
      email: rosterRows.email,
      name: rosterRows.name,
      externalId: rosterRows.externalId,
      userId: rosterRows.userId,
    })
    .from(rosterRows)
    .where(and(eq(rosterRows.rosterId, rosterId), gt(rosterRows.line, line)))
    .orderBy(asc(rosterRows.line))
    .limit(limit);
}

const head = {
  id: rosters.id,
  name: rosters.name,
  by: users.name,
  cohortId: rosters.cohortId,
  cohort: cohorts.name,
  source: rosters.source,
  sync: rosters.sync,
  rowCount: rosters.rowCount,
  outcomes: rosters.outcomes,
  batchId: rosters.batchId,
  createdAt: rosters.createdAt,
};
const heads = (db: Db) =>
  db
    .select({ ...head, columns: rosters.columns, heads: rosters.heads, reading: rosters.reading })
    .from(rosters)
    .innerJoin(users, eq(users.id, rosters.createdBy))
    .leftJoin(cohorts, eq(cohorts.id, rosters.cohortId));

/** A list of a course that was committed, or is not too old to be; null when there is none. */
export async function rosterHead(db: Db, courseId: string, id: string) {
  const [row] = await heads(db).where(and(eq(rosters.courseId, courseId), eq(rosters.id, id), standing));
  return row ?? null;
}
export type RosterHead = NonNullable<Awaited<ReturnType<typeof rosterHead>>>;

/** Locks a list until the transaction ends. @returns whether nobody else was at work on it. */
export async function lockRoster(db: Db, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: rosters.id })
    .from(rosters)
    .where(eq(rosters.id, id))
    .for('update', { skipLocked: true });
  return rows.length > 0;
}

/** The lists of a course, the newest first. */
export function rostersOf(db: Db, courseId: string, limit: number) {
  return db
    .select(head)
    .from(rosters)
    .innerJoin(users, eq(users.id, rosters.createdBy))
    .leftJoin(cohorts, eq(cohorts.id, rosters.cohortId))
    .where(and(eq(rosters.courseId, courseId), standing))
    .orderBy(desc(rosters.createdAt))
    .limit(limit);
}

type Scope = { courseId: string; cohortId: string | null; source: string };

/** The list of a source that was committed last, for the same course and cohort, and was not undone. */
export async function lastRosterOf(db: Db, { courseId, cohortId, source }: Scope): Promise<string | null> {
  const [row] = await db
    .select({ id: rosters.id })
    .from(rosters)
    .where(
      and(
        eq(rosters.courseId, courseId),
        cohortId === null ? isNull(rosters.cohortId) : eq(rosters.cohortId, cohortId),
        eq(rosters.source, source),
        isNotNull(rosters.batchId),
        sql`not exists (select from enrollment_batches u where u.undo_of = ${rosters.batchId})`,
      ),
    )
    .orderBy(desc(sql`(select b.created_at from enrollment_batches b where b.id = ${rosters.batchId})`))
    .limit(1);
  return row?.id ?? null;
}

/** One page of the rows of a list, of one outcome or of all, in the order of their lines. */
export function rosterPage(
  db: Db,
  rosterId: string,
  { outcome, page, perPage }: { outcome: RosterOutcome | null; page: number; perPage: number },
) {
  return db
    .select({
      line: rosterRows.line,
      cells: rosterRows.cells,
      email: rosterRows.email,
      name: rosterRows.name,
      externalId: rosterRows.externalId,
      outcome: rosterRows.outcome,
      notes: rosterRows.notes,
    })
    .from(rosterRows)
    .where(and(eq(rosterRows.rosterId, rosterId), outcome === null ? isRow : eq(rosterRows.outcome, outcome)))
    .orderBy(asc(rosterRows.line))
    .limit(perPage)
    .offset((page - 1) * perPage);
}

/** The rejected rows of a list after a line, with what is wrong with each. */
export function rejectedRowsAfter(db: Db, rosterId: string, line: number, limit: number) {
  return db
    .select({ line: rosterRows.line, cells: rosterRows.cells, notes: rosterRows.notes })
    .from(rosterRows)
    .where(
      and(eq(rosterRows.rosterId, rosterId), eq(rosterRows.outcome, 'rejected'), gt(rosterRows.line, line)),
    )
    .orderBy(asc(rosterRows.line))
    .limit(limit);
}

/** What stands in one cell of the rows of a list, with how often, by name. */
export function cellsOf(db: Db, rosterId: string, cell: number, limit: number) {
  const value = sql<string>`coalesce(${rosterRows.cells}->>(${cell}::int), '')`;
  return db
    .select({ value, rows: count() })
    .from(rosterRows)
    .where(and(eq(rosterRows.rosterId, rosterId), isRow, sql`jsonb_array_length(${rosterRows.cells}) > 0`))
    .groupBy(sql`1`)
    .orderBy(sql`1`)
    .limit(limit);
}

/** Forgets lists that nobody committed within a day, a few at a time: each may have many rows. */
export async function sweepRosters(db: Db): Promise<void> {
  const old = db
    .select({ id: rosters.id })
    .from(rosters)
    .where(and(isNull(rosters.batchId), lt(rosters.createdAt, sql`now() - ${kept}`)))
    .limit(5);
  await db.delete(rosters).where(inArray(rosters.id, old));
}
