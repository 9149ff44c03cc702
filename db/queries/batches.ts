import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { BatchKind } from '@/rules/enrollment/enrollment-batch';
import type { StateOrNone } from '@/rules/enrollment/enrollment-states';
import type { RefusalCode } from '@/rules/refusals';
import type { Db } from '../client';
import { batchItems, cohorts, courseStaff, courses, enrollmentBatches, users } from '../schema';

export type NewBatch = {
  courseId: string | null;
  cohortId?: string | null;
  kind: BatchKind;
  title: string;
  createdBy: string;
  undoOf?: string;
};

/** Makes a batch, which waits for its items; null when what it would undo was undone already. */
export async function recordBatch(db: Db, batch: NewBatch): Promise<string | null> {
  const [row] = await db
    .insert(enrollmentBatches)
    .values({ ...batch, nextAttemptAt: sql`'infinity'` as never })
    .onConflictDoNothing({ target: enrollmentBatches.undoOf })
    .returning({ id: enrollmentBatches.id });
  return row?.id ?? null;
}

/** Lets the job begin a batch whose items are all there. @returns how many there are. */
export async function setBatchReady(db: Db, batchId: string): Promise<number> {
  const [row] = await db
    .update(enrollmentBatches)
    .set({
      nextAttemptAt: sql`now()`,
      total: sql`(select count(*)::int from batch_items i where i.batch_id = ${batchId})`,
    })
    .where(eq(enrollmentBatches.id, batchId))
    .returning({ total: enrollmentBatches.total });
  return row?.total ?? 0;
}

/** Takes the batch that has waited longest for `leaseSeconds`: another replica passes over it meanwhile. */
export async function leaseBatch(db: Db, leaseSeconds: number) {
  const due = db
    .select({ id: enrollmentBatches.id })
    .from(enrollmentBatches)
    .where(
      and(
        sql`${enrollmentBatches.state} in ('waiting', 'running')`,
        sql`${enrollmentBatches.nextAttemptAt} <= now()`,
      ),
    )
    .orderBy(enrollmentBatches.nextAttemptAt)
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db
    .update(enrollmentBatches)
    .set({
      state: 'running',
      attempts: sql`${enrollmentBatches.attempts} + 1`,
      nextAttemptAt: sql`now() + make_interval(secs => ${leaseSeconds})`,
    })
    .where(sql`${enrollmentBatches.id} in ${due}`)
    .returning({
      id: enrollmentBatches.id,
      attempts: enrollmentBatches.attempts,
      done: enrollmentBatches.done,
    });
  return row ?? null;
}

/**
 * Has the database look how large the tables that a batch fills have become. It does so by itself every minute or so;
 * until then it reads a table that was small when it last looked from end to end, for every page and every step.
 */
export async function measureTables(db: Db): Promise<void> {
  for (const table of ['users', 'enrollments', 'enrollment_events', 'mail_tokens', 'outbox'])
    await db.execute(sql`analyze ${sql.identifier(table)}`);
}

/** A batch that runs, locked; null when it does not, or when another worker holds it. */
export async function lockRunningBatch(db: Db, batchId: string) {
  const [row] = await db
    .select({
      id: enrollmentBatches.id,
      kind: enrollmentBatches.kind,
      undoOf: enrollmentBatches.undoOf,
      createdBy: enrollmentBatches.createdBy,
    })
    .from(enrollmentBatches)
    .where(and(eq(enrollmentBatches.id, batchId), eq(enrollmentBatches.state, 'running')))
    .for('update', { skipLocked: true });
  return row ?? null;
}

/** The next items of a batch that are not done, in their order. */
export function waitingItems(db: Db, batchId: string, limit: number) {
  return db
    .select({
      position: batchItems.position,
      courseId: batchItems.courseId,
      userId: batchItems.userId,
      person: batchItems.person,
      move: batchItems.move,
    })
    .from(batchItems)
    .where(and(eq(batchItems.batchId, batchId), eq(batchItems.done, false)))
    .orderBy(asc(batchItems.position))
    .limit(limit);
}

export type DoneItem = {
  position: number;
  userId: string;
  enrollmentId: string | null;
  from: StateOrNone;
  to: StateOrNone;
  refusal: RefusalCode | null;
};

/** Writes what came of items, and how far the batch is, with how many ended how. */
export async function setItemsDone(db: Db, batchId: string, items: readonly DoneItem[]): Promise<void> {
  await db.execute(sql`
    update batch_items i set done = true, user_id = row."userId", enrollment_id = row."enrollmentId",
      from_state = row."from", to_state = row."to", refusal = row.refusal
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as row (position int, "userId" uuid,
      "enrollmentId" uuid, "from" text, "to" text, refusal text)
    where i.batch_id = ${batchId} and i.position = row.position`);
  const counts: Record<string, number> = {};
  for (const { to, refusal } of items) {
    const outcome = refusal === null ? to : 'refused';
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  await db.execute(sql`
    update enrollment_batches set done = done + ${items.length}::int, attempts = 0, error = null,
      outcomes = (select coalesce(jsonb_object_agg(key, n), '{}') from (
        select key, sum(value::int) as n from (
          select * from jsonb_each_text(outcomes) union all select * from jsonb_each_text(${JSON.stringify(counts)}::jsonb)
        ) both_counts group by key) summed)
    where id = ${batchId}`);
}

/** Ends a batch, done or failed. */
export async function setBatchFinished(db: Db, batchId: string, error: string | null = null): Promise<void> {
  await db
    .update(enrollmentBatches)
    .set({ state: error === null ? 'done' : 'failed', error, finishedAt: sql`now()` })
    .where(eq(enrollmentBatches.id, batchId));
}

/** Puts a batch that is not finished back for later, with what went wrong if anything did. */
export async function setBatchDelayed(
  db: Db,
  batchId: string,
  error: string | null,
  seconds: number,
): Promise<void> {
  await db
    .update(enrollmentBatches)
    .set({ error, nextAttemptAt: sql`now() + make_interval(secs => ${seconds})` })
    .where(and(eq(enrollmentBatches.id, batchId), eq(enrollmentBatches.state, 'running')));
}

/** The items that undo a batch: one for each enrollment that it changed. */
export async function recordUndoItems(db: Db, undoId: string, batchId: string): Promise<void> {
  await db.execute(sql`
    insert into batch_items (batch_id, position, course_id, user_id, move)
    select ${undoId}, row_number() over (order by e.position desc), e.course_id, e.user_id, '{"action":"undo"}'
    from batch_items e
    where e.batch_id = ${batchId} and e.done and e.refusal is null and e.user_id is not null`);
}

/**
 * What a batch found of some enrollments (null where there was none), the version it left behind, and whether
 * somebody whom it let in has learned since. The rows of the ledger carry the time at which their transaction
 * began, perhaps before the batch did; when somebody was active is written while the enrollment is held.
 */
export function changesToUndo(db: Db, batchId: string, enrollmentIds: readonly string[]) {
  return db.execute<{ id: string; before: unknown; version: number | null; learned: boolean }>(sql`
    select wanted.id, change.before, change.version, change.entered and (
      exists (select from enrollments e where e.id = wanted.id and e.last_active_at > change.at)
      or exists (select from evidence l where l.enrollment_id = wanted.id and l.at > change.at)) as learned
    from (select value::uuid as id from jsonb_array_elements_text(${JSON.stringify(enrollmentIds)}::jsonb)) wanted
    cross join lateral (
      select (array_agg(v.before order by v.id))[1] as before, (array_agg(v.version order by v.id desc))[1] as version,
        bool_and(v.from_state is distinct from 'active') as entered, min(v.at) as at
      -- Written so that the history of one enrollment is looked through, never the whole batch for each.
      from enrollment_events v where v.enrollment_id = wanted.id and v.batch_id is not distinct from ${batchId}::uuid
    ) change
    where change.at is not null`);
}

/** Reminders that were sent together move nobody, and have a page of their own. */
const moves = sql`not (${enrollmentBatches.work} ? 'reminder')`;

/** The course of a batch, with the role in it of who asks. */
export async function batchPlace(db: Db, batchId: string, userId: string) {
  const [row] = await db
    .select({ id: enrollmentBatches.id, staffRole: courseStaff.role })
    .from(enrollmentBatches)
    .leftJoin(
      courseStaff,
      and(eq(courseStaff.courseId, enrollmentBatches.courseId), eq(courseStaff.userId, userId)),
    )
    .where(and(eq(enrollmentBatches.id, batchId), moves));
  return row ?? null;
}

const listed = {
  id: enrollmentBatches.id,
  kind: enrollmentBatches.kind,
  title: enrollmentBatches.title,
  state: enrollmentBatches.state,
  total: enrollmentBatches.total,
  done: enrollmentBatches.done,
  outcomes: enrollmentBatches.outcomes,
  error: enrollmentBatches.error,
  createdAt: enrollmentBatches.createdAt,
  finishedAt: enrollmentBatches.finishedAt,
  by: users.name,
  undoOf: enrollmentBatches.undoOf,
  undoneBy: sql<
    string | null
  >`(select u.id from enrollment_batches u where u.undo_of = enrollment_batches.id)`,
};

/** A batch as its page shows it, with the course it is of. */
export async function batchById(db: Db, batchId: string) {
  const [row] = await db
    .select({
      ...listed,
      courseId: enrollmentBatches.courseId,
      course: courses.slug,
      cohort: cohorts.name,
      undoneTitle: sql<
        string | null
      >`(select o.title from enrollment_batches o where o.id = enrollment_batches.undo_of)`,
    })
    .from(enrollmentBatches)
    .leftJoin(users, eq(users.id, enrollmentBatches.createdBy))
    .leftJoin(courses, eq(courses.id, enrollmentBatches.courseId))
    .leftJoin(cohorts, eq(cohorts.id, enrollmentBatches.cohortId))
    .where(eq(enrollmentBatches.id, batchId));
  return row ?? null;
}

/** The batches of a course, or of every course, newest first. */
export function batches(db: Db, courseId: string | null, limit: number) {
  return db
    .select({ ...listed, course: courses.slug })
    .from(enrollmentBatches)
    .leftJoin(users, eq(users.id, enrollmentBatches.createdBy))
    .leftJoin(courses, eq(courses.id, enrollmentBatches.courseId))
    .where(and(moves, courseId === null ? undefined : eq(enrollmentBatches.courseId, courseId)))
    .orderBy(desc(enrollmentBatches.createdAt))
    .limit(limit);
}

export type ItemFilter = { outcome: string | null; after: number; limit: number };

/** What a batch did to whom, in its order, from a position on. */
export function itemsOf(db: Db, batchId: string, { outcome, after, limit }: ItemFilter) {
  const wanted =
    outcome === null
      ? undefined
      : outcome === 'refused'
        ? sql`${batchItems.refusal} is not null`
        : outcome === 'waiting'
          ? sql`not ${batchItems.done}`
          : sql`${batchItems.refusal} is null and ${batchItems.to} = ${outcome}`;
  return db
    .select({
      position: batchItems.position,
      name: sql<string>`coalesce(${users.name}, ${batchItems.person}->>'name')`,
      email: sql<string>`coalesce(${users.email}, ${batchItems.person}->>'email')`,
      course: courses.slug,
      move: batchItems.move,
      done: batchItems.done,
      enrollmentId: batchItems.enrollmentId,
      from: batchItems.from,
      to: batchItems.to,
      refusal: batchItems.refusal,
    })
    .from(batchItems)
    .innerJoin(courses, eq(courses.id, batchItems.courseId))
    .leftJoin(users, eq(users.id, batchItems.userId))
    .where(and(eq(batchItems.batchId, batchId), sql`${batchItems.position} > ${after}`, wanted))
    .orderBy(asc(batchItems.position))
    .limit(limit);
}
