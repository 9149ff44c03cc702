import { and, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { LessonProgress } from '@/rules/editions/impact';
import { movableStates } from '@/rules/editions/moves';
import type { EvidenceKind } from '@/rules/learning/evidence';
import type { Db } from '../client';
import { courses, draftFiles, enrollments } from '../schema';

/** Sets the zone in which the dates of a course are meant, as its newest edition says. */
export async function setZone(db: Db, courseId: string, zone: string): Promise<void> {
  await db
    .update(courses)
    .set({ zone })
    .where(and(eq(courses.id, courseId), ne(courses.zone, zone)));
}

const overdue = sql<boolean>`coalesce(${enrollments.validUntil} <= now(), false)`;

/** How many enrollments there are on each edition of a course, by state and by whether their time is over. */
export function enrollmentsByEdition(db: Db, courseId: string) {
  return db
    .select({
      editionId: enrollments.editionId,
      state: enrollments.state,
      over: overdue,
      count: sql<number>`count(*)::int`,
    })
    .from(enrollments)
    .where(eq(enrollments.courseId, courseId))
    .groupBy(enrollments.editionId, enrollments.state, overdue);
}

/** A cohort that is pinned to an edition keeps its people on it, whatever is published. */
const notPinnedElsewhere = (to: string | null) =>
  sql`not exists (select from cohorts k where k.id = ${enrollments.cohortId} and k.edition_id is distinct from ${to}::uuid
    and k.edition_id is not null)`;

const movable = (db: Db, courseId: string, to: string | null) =>
  db
    .select({ id: enrollments.id, editionId: enrollments.editionId, state: enrollments.state })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.courseId, courseId),
        inArray(enrollments.state, [...movableStates]),
        or(isNull(enrollments.validUntil), gt(enrollments.validUntil, sql`now()`)),
        to === null ? undefined : ne(enrollments.editionId, to),
        notPinnedElsewhere(to),
      ),
    )
    .orderBy(enrollments.id);

/** Who may be moved to an edition: still learning, in time, on another one. With null: on any. */
export async function movableLearners(db: Db, courseId: string, to: string | null) {
  return movable(db, courseId, to);
}

/** The same, locked in one order until the transaction ends: what they send meanwhile waits. */
export async function lockMovableLearners(db: Db, courseId: string, to: string) {
  return movable(db, courseId, to).for('no key update');
}

/** Ids as one parameter, however many there are. */
const listed = (ids: readonly string[]) =>
  sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;

/** Which lessons each of some learners has completed, and which they have begun, by enrollment. */
export async function lessonsDone(db: Db, enrollmentIds: readonly string[]) {
  const rows = await db.execute<{ id: string; completed: string[] | null; begun: string[] | null }>(sql`
    select enrollment_id as id,
      json_agg(lesson_id) filter (where completed_at is not null) as completed,
      json_agg(lesson_id) filter (where completed_at is null) as begun
    from lesson_progress where enrollment_id in ${listed(enrollmentIds)}
    group by enrollment_id`);
  return new Map(
    rows.map(({ id, completed, begun }) => [id, { completed: completed ?? [], begun: begun ?? [] }]),
  );
}

type RawEvidence = [lesson: string, block: string, kind: EvidenceKind, correct: boolean | null, at: string];

/**
 * What the ledger says of some lessons, by enrollment: every kind of evidence on a block once, with the
 * time it was first given.
 */
export async function evidenceIn(db: Db, enrollmentIds: readonly string[], lessonIds: readonly string[]) {
  if (lessonIds.length === 0) return new Map<string, RawEvidence[]>();
  const rows = await db.execute<{ id: string; evidence: RawEvidence[] }>(sql`
    select enrollment_id as id, json_agg(json_build_array(lesson_id, block_id, kind, correct, first)) as evidence
    from (
      select enrollment_id, lesson_id, block_id, kind, correct, min(at) as first from evidence
      where enrollment_id in ${listed(enrollmentIds)}
        and lesson_id in (select jsonb_array_elements_text(${JSON.stringify(lessonIds)}::jsonb))
      group by enrollment_id, lesson_id, block_id, kind, correct) once
    group by enrollment_id`);
  return new Map(rows.map(({ id, evidence }) => [id, evidence]));
}

type Of = { enrollmentId: string };

/**
 * Writes the progress of lessons anew, as one statement. A lesson that was complete and still is keeps
 * the time at which it became so.
 */
export async function replaceProgress(db: Db, rows: readonly (LessonProgress & Of)[]): Promise<void> {
  if (rows.length === 0) return;
  await db.execute(sql`
    insert into lesson_progress (enrollment_id, lesson_id, done_blocks, percent, completed_at)
    select "enrollmentId", "lessonId", array(select jsonb_array_elements_text(done)), percent, "completedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      "enrollmentId" uuid, "lessonId" text, done jsonb, percent smallint, "completedAt" timestamptz)
    on conflict (enrollment_id, lesson_id) do update set
      done_blocks = excluded.done_blocks,
      percent = excluded.percent,
      completed_at = case when excluded.completed_at is not null
        then coalesce(lesson_progress.completed_at, excluded.completed_at) end,
      updated_at = now()`);
}

/** Takes lessons out of the projection; what was done in them stays in the ledger. */
export async function dropProgress(db: Db, rows: readonly (Of & { lessonId: string })[]): Promise<void> {
  if (rows.length === 0) return;
  await db.execute(sql`
    delete from lesson_progress p
    using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row ("enrollmentId" uuid, "lessonId" text)
    where p.enrollment_id = row."enrollmentId" and p.lesson_id = row."lessonId"`);
}

export type MoveRecord = {
  enrollmentIds: readonly string[];
  editionId: string;
  actorId: string | null;
  reason: string;
  batchId: string;
};

/** Pins learners to another edition, each with a row in their history. */
export async function moveEnrollments(db: Db, move: MoveRecord): Promise<void> {
  await db.execute(sql`
    with moved as (
      update enrollments set edition_id = ${move.editionId}, version = version + 1
      where id in ${listed(move.enrollmentIds)} returning id, state, edition_id, version)
    insert into enrollment_events
      (enrollment_id, action, version, from_state, to_state, edition_id, actor_id, reason, batch_id)
    select id, 'change', version, state, state, edition_id, ${move.actorId}::uuid, ${move.reason}, ${move.batchId}::uuid
    from moved order by id`);
}

/** Marks the course as completed for learners to whom nothing is left to do, each with a row in their history. */
export async function completeEnrollments(db: Db, move: Omit<MoveRecord, 'editionId'>): Promise<void> {
  if (move.enrollmentIds.length === 0) return;
  await db.execute(sql`
    with finished as (
      update enrollments set state = 'completed', completed_at = now(), version = version + 1
      where id in ${listed(move.enrollmentIds)} and state = 'active' returning id, edition_id, version)
    insert into enrollment_events
      (enrollment_id, action, version, from_state, to_state, edition_id, actor_id, reason, batch_id)
    select id, 'complete', version, 'active', 'completed', edition_id, ${move.actorId}::uuid, ${move.reason}, ${move.batchId}::uuid
    from finished order by id`);
}

/** Locks the files of a draft until the transaction ends: what is saved meanwhile waits, and then conflicts. */
export async function lockDraft(db: Db, courseId: string): Promise<void> {
  await db
    .select({ id: draftFiles.id })
    .from(draftFiles)
    .where(and(eq(draftFiles.courseId, courseId), isNull(draftFiles.deletedAt)))
    .orderBy(draftFiles.id)
    .for('update');
}

/** Whether the draft of a course is, file by file, what one of its editions was made of. */
export async function isDraftAnEdition(db: Db, courseId: string): Promise<boolean> {
  const [row] = await db.execute<{ same: boolean }>(sql`
    with draft as (
      select jsonb_object_agg(path, text) as texts from draft_files
      where course_id = ${courseId} and deleted_at is null
    ), used as (select path, hash from draft_assets where course_id = ${courseId})
    select exists (
      select from editions e join edition_sources s on s.edition_id = e.id, draft
      where e.course_id = ${courseId} and s.texts = draft.texts
        and not exists (select from used where not exists (
          select from edition_assets a where a.edition_id = e.id and a.path = used.path and a.hash = used.hash))
        and not exists (select from edition_assets a where a.edition_id = e.id and not exists (
          select from used where used.path = a.path and used.hash = a.hash))
    ) as same`);
  return row?.same ?? false;
}
