import { and, asc, eq, inArray, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import type { Accommodation } from '@/rules/assessment/accommodations';
import type { CorrectionOf } from '@/rules/assessment/corrections';
import type { GradeAction, GradeRule, GradeSnapshot } from '@/rules/grading/grades';
import type { Db } from '../client';
import { accommodations, attempts, corrections, editions, grades } from '../schema';

/** What was agreed for somebody in a quiz: for this one, else for every one; null when nothing was. */
export async function accommodationFor(
  db: Db,
  enrollmentId: string,
  lessonId: string,
): Promise<Accommodation | null> {
  const rows = await db
    .select({
      lessonId: accommodations.lessonId,
      timePercent: accommodations.timePercent,
      extraAttempts: accommodations.extraAttempts,
      extraDays: accommodations.extraDays,
    })
    .from(accommodations)
    .where(
      and(eq(accommodations.enrollmentId, enrollmentId), inArray(accommodations.lessonId, ['', lessonId])),
    );
  const { lessonId: _lesson, ...given } = rows.find((row) => row.lessonId !== '') ?? rows[0] ?? {};
  return rows.length === 0 ? null : (given as Accommodation);
}

export type StoredCorrection = CorrectionOf & { id: string; reason: string };

/** The corrections of a quiz that hold, the oldest first. */
export const correctionsOf = (db: Db, courseId: string, lessonId: string): Promise<StoredCorrection[]> =>
  db
    .select({
      id: corrections.id,
      blockId: corrections.blockId,
      fromEdition: corrections.fromEdition,
      throughEdition: corrections.throughEdition,
      correction: corrections.correction,
      reason: corrections.reason,
    })
    .from(corrections)
    .where(
      and(
        eq(corrections.courseId, courseId),
        eq(corrections.lessonId, lessonId),
        isNull(corrections.takenBackAt),
      ),
    )
    .orderBy(asc(corrections.madeAt), asc(corrections.id));

/**
 * Keeps what attempts come to with their corrections; null where none touches one. Of one that is passed by them the
 * ledger is told anew; what waits for a person by them, or does not any more, has its result taken or given.
 */
export async function setCorrected(
  db: Db,
  results: readonly {
    attemptId: string;
    raw: { earned: number; possible: number } | null;
    corrected: { earned: number; possible: number } | null;
    toMark: number;
    /** Whether a result that does not wait for a person any more is shown at once. */
    atOnce: boolean;
    nowPassed: boolean;
  }[],
): Promise<void> {
  if (results.length === 0) return;
  const rows = results.map(({ attemptId, raw, corrected, nowPassed, toMark, atOnce }) => ({
    id: attemptId,
    ...corrected,
    raw_earned: raw?.earned,
    raw_possible: raw?.possible,
    to_mark: toMark,
    at_once: atOnce,
    passed: nowPassed,
  }));
  await db.execute(sql`
    update attempts a set corrected_earned = row.earned, corrected_possible = row.possible,
      earned = row.raw_earned, possible = row.raw_possible, to_mark = row.to_mark,
      released_at = case when row.to_mark > 0 then null when a.to_mark > 0 and row.at_once then now()
        else a.released_at end,
      recorded_at = case when row.passed or (a.to_mark > 0 and row.to_mark = 0) then null else a.recorded_at end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, earned int, possible int,
      raw_earned int, raw_possible int, to_mark int, at_once boolean, passed boolean)
    where a.id = row.id`);
}

/** Attempts at a quiz that were handed in, by enrollment, the oldest first, with the zone of their edition. */
export async function handedIn(db: Db, enrollmentIds: readonly string[], lessonId: string) {
  if (enrollmentIds.length === 0) return [];
  const rows = await db
    .select({
      attempt: attempts,
      zone: sql<string>`coalesce(${editions.manifest}->>'zone', 'UTC')`,
    })
    .from(attempts)
    .innerJoin(editions, eq(editions.id, attempts.editionId))
    .where(
      and(
        inArray(attempts.enrollmentId, [...enrollmentIds]),
        eq(attempts.lessonId, lessonId),
        isNotNull(attempts.submittedAt),
      ),
    )
    .orderBy(asc(attempts.enrollmentId), asc(attempts.number));
  return rows.map(({ attempt, zone }) => ({ ...attempt, zone }));
}

export type GradeRow = typeof grades.$inferSelect;

/** What counts of a grade, as `effective` of the rules says: what a person set, else what the rules came to. */
export const countedShare = sql<number | null>`coalesce(${grades.override}, ${grades.final})`;

/** Grades in one item, locked until the transaction ends, by enrollment. */
export async function lockGrades(
  db: Db,
  enrollmentIds: readonly string[],
  itemId: string,
): Promise<Map<string, GradeRow>> {
  if (enrollmentIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(grades)
    .where(and(inArray(grades.enrollmentId, [...enrollmentIds]), eq(grades.itemId, itemId)))
    .orderBy(asc(grades.enrollmentId))
    .for('update');
  return new Map(rows.map((row) => [row.enrollmentId, row]));
}

/** A grade as it becomes, with what its history says of the change. */
export type GradeChange = {
  enrollmentId: string;
  itemId: string;
  editionId: string | null;
  attemptId: string | null;
  overrideReason: string;
  rule: GradeRule | null;
  before: GradeSnapshot | null;
  after: GradeSnapshot;
};

/** Who changed grades, what they did, and with what. */
export type GradeDeed = {
  action: GradeAction;
  actorId: string | null;
  reason?: string;
  batchId?: string | null;
};

/** Writes grades and their history, however many, in one statement. The rows were locked by `lockGrades`. */
export async function recordGrades(db: Db, changes: readonly GradeChange[], deed: GradeDeed): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ before, after, ...change }) => ({
    ...change,
    ...after,
    before,
    after,
  }));
  await db.execute(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
        "enrollmentId" uuid, "itemId" text, "editionId" uuid, "attemptId" uuid, raw int, final int, override int,
        "overrideReason" text, rule jsonb, released boolean, before jsonb, after jsonb)
    ), written as (
      insert into grades as g (enrollment_id, item_id, edition_id, attempt_id, raw, final, override,
        override_reason, rule, released_at)
      select "enrollmentId", "itemId", "editionId", "attemptId", raw, final, override, "overrideReason", rule,
        case when released then now() end from given
      on conflict (enrollment_id, item_id) do update set edition_id = excluded.edition_id,
        attempt_id = excluded.attempt_id, raw = excluded.raw, final = excluded.final,
        override = excluded.override, override_reason = excluded.override_reason, rule = excluded.rule,
        released_at = case when excluded.released_at is null then null
          else coalesce(g.released_at, excluded.released_at) end,
        updated_at = now(), version = g.version + 1
      returning enrollment_id, item_id, version
    )
    insert into grade_events (enrollment_id, item_id, action, actor_id, reason, batch_id, before, after, version)
    select w.enrollment_id, w.item_id, ${deed.action}, ${deed.actorId}::uuid, ${deed.reason ?? ''},
      ${deed.batchId ?? null}::uuid, nullif(g.before, 'null'::jsonb), g.after, w.version
    from written w join given g on g."enrollmentId" = w.enrollment_id and g."itemId" = w.item_id`);
}

/** The grade of somebody in one item; null while there is none. */
export async function gradeOf(db: Db, enrollmentId: string, itemId: string): Promise<GradeRow | null> {
  const [row] = await db
    .select()
    .from(grades)
    .where(and(eq(grades.enrollmentId, enrollmentId), eq(grades.itemId, itemId)));
  return row ?? null;
}

/** The ids of attempts that may be seen and that the ledger does not have yet, without some; the oldest first. */
export async function unrecordedAttempts(db: Db, most: number, without: string[]): Promise<string[]> {
  const rows = await db
    .select({ id: attempts.id })
    .from(attempts)
    .where(
      and(
        isNotNull(attempts.releasedAt),
        isNull(attempts.recordedAt),
        without.length > 0 ? notInArray(attempts.id, without) : undefined,
      ),
    )
    .orderBy(asc(attempts.releasedAt))
    .limit(most);
  return rows.map(({ id }) => id);
}

/** Notes that the ledger has what an attempt came to. */
export async function setRecorded(db: Db, attemptId: string): Promise<void> {
  await db.update(attempts).set({ recordedAt: sql`now()` }).where(eq(attempts.id, attemptId));
}
