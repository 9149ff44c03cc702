import { and, count, eq, isNotNull, sql } from 'drizzle-orm';
import type { CourseRole } from '@/rules/accounts/roles';
import type { EnrollmentState } from '@/rules/enrollment/enrollment-states';
import type { Answer, EvidenceKind, EvidencePayload } from '@/rules/learning/evidence';
import type { Db } from '../client';
import { enrollmentEvents, enrollments, evidence, lessonProgress } from '../schema';

type GivenAnswer = { blockId: string; answer: Answer; correct: boolean };

/** A person's place in a course: their enrollment if any, their role in it if any, and their progress. */
export type LearnerRow = {
  courseId: string;
  slug: string;
  editionId: string;
  enrollmentId: string | null;
  state: EnrollmentState | null;
  /** What the dates of the enrollment, its cohort and its course come to. */
  validFrom: Date | null;
  validUntil: Date | null;
  /** The zone in which those dates were meant. */
  zone: string;
  lastLessonId: string | null;
  lastActiveAt: Date | null;
  completedAt: Date | null;
  staffRole: CourseRole | null;
  /** The database's clock. */
  now: Date;
  done: Map<string, string[]>;
  /** The last answer to each question of the lesson that was asked for. */
  answers: GivenAnswer[];
  /** The terms that they review, where a lesson was asked for. */
  terms: string[];
};

type RawRow = {
  course_id: string;
  slug: string;
  edition_id: string;
  enrollment_id: string | null;
  state: EnrollmentState | null;
  valid_from: string | null;
  valid_until: string | null;
  zone: string;
  last_lesson_id: string | null;
  last_active_at: string | null;
  completed_at: string | null;
  staff_role: CourseRole | null;
  now: string;
  done: [string, string[]][];
  answers: { block_id: string; answer: Answer; correct: boolean }[];
  terms: string[];
};

const date = (raw: string | null): Date | null => (raw === null ? null : new Date(raw));

const toLearner = (row: RawRow): LearnerRow => ({
  courseId: row.course_id,
  slug: row.slug,
  editionId: row.edition_id,
  enrollmentId: row.enrollment_id,
  state: row.state,
  validFrom: date(row.valid_from),
  validUntil: date(row.valid_until),
  zone: row.zone,
  lastLessonId: row.last_lesson_id,
  lastActiveAt: date(row.last_active_at),
  completedAt: date(row.completed_at),
  staffRole: row.staff_role,
  now: new Date(row.now),
  done: new Map(row.done),
  answers: row.answers.map(({ block_id, answer, correct }) => ({ blockId: block_id, answer, correct })),
  terms: row.terms,
});

const columns = sql`c.id as course_id, c.slug, coalesce(e.edition_id, c.current_edition_id) as edition_id,
  e.id as enrollment_id, e.state, e.valid_from, e.valid_until, coalesce(e.ends_zone, (select k.zone from cohorts k where k.id = e.cohort_id), c.zone) as zone, e.last_lesson_id, e.last_active_at, e.completed_at, now() as now,
  coalesce((select json_agg(json_build_array(p.lesson_id, p.done_blocks))
    from lesson_progress p where p.enrollment_id = e.id), '[]') as done`;

/**
 * A person's place in a published course, in one round trip; null when there is no such course. With a
 * lesson, also their last answer to each of its questions, and the terms that they review.
 */
export async function learnerInCourse(
  db: Db,
  slug: string,
  userId: string,
  lessonId: string | null = null,
): Promise<LearnerRow | null> {
  const [row] = await db.execute<RawRow>(sql`
    select ${columns}, s.role as staff_role,
      coalesce((select json_agg(a) from (
        select distinct on (v.block_id) v.block_id, v.payload->'answer' as answer, v.correct
        from evidence v
        where v.enrollment_id = e.id and v.lesson_id = ${lessonId} and v.kind = 'answered'
        order by v.block_id, v.id desc) a), '[]') as answers,
      coalesce((select json_agg(r.ref) from review_cards r where ${lessonId}::text is not null
        and r.enrollment_id = e.id and r.source = 'term' and r.stopped_at is null), '[]') as terms
    from courses c
    left join enrollments e on e.course_id = c.id and e.user_id = ${userId}
    left join course_staff s on s.course_id = c.id and s.user_id = ${userId}
    where c.slug = ${slug} and c.current_edition_id is not null`);
  return row ? toLearner(row) : null;
}

type Waiting = {
  cohort: string | null;
  /** Which one they are in the queue for a seat; null when they do not wait. */
  place: number | null;
  /** Whether what has ended is an invitation that nobody took. */
  lapsed: boolean;
};

/** Every course a person holds an enrollment in, the one last worked in first. */
export async function coursesOfLearner(db: Db, userId: string): Promise<(LearnerRow & Waiting)[]> {
  const rows = await db.execute<RawRow & Waiting>(sql`
    select ${columns}, null as staff_role, '[]'::json as answers, '[]'::json as terms,
      (select k.name from cohorts k where k.id = e.cohort_id) as cohort,
      case when e.state = 'waitlisted' then (select count(*)::int + 1 from enrollments w
        where w.course_id = e.course_id and w.state = 'waitlisted' and w.cohort_id is not distinct from e.cohort_id
          and (w.waitlisted_at, w.id) < (e.waitlisted_at, e.id)) end as place,
      case when e.state = 'expired' then coalesce((select v.from_state = 'invited' from enrollment_events v
        where v.enrollment_id = e.id order by v.id desc limit 1), false)
        else e.state = 'invited' and e.valid_until <= now() end as lapsed
    from enrollments e join courses c on c.id = e.course_id
    where e.user_id = ${userId} and e.state not in ('withdrawn', 'removed')
    order by e.state = 'invited' desc, coalesce(e.last_active_at, e.created_at) desc`);
  return rows.map((row) => ({
    ...toLearner(row),
    cohort: row.cohort,
    place: row.place,
    lapsed: row.lapsed,
  }));
}

export type NewEvidence = {
  enrollmentId: string;
  editionId: string;
  lessonId: string;
  blockId: string;
  kind: EvidenceKind;
  correct?: boolean;
  payload?: EvidencePayload;
  idempotencyKey: string;
};

/**
 * Appends to the ledger, as one statement whatever the number of rows. What carries a key that is there
 * already counts once. @returns the keys that were new.
 */
export async function recordEvidence(db: Db, rows: NewEvidence[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const added = await db.execute<{ key: string }>(sql`
    insert into evidence
      (enrollment_id, edition_id, lesson_id, block_id, kind, correct, payload, idempotency_key)
    select "enrollmentId", "editionId", "lessonId", "blockId", kind, correct, payload, "idempotencyKey"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      "enrollmentId" uuid, "editionId" uuid, "lessonId" text, "blockId" text,
      kind text, correct boolean, payload jsonb, "idempotencyKey" text)
    on conflict (enrollment_id, idempotency_key) do nothing
    returning idempotency_key as key`);
  return added.map(({ key }) => key);
}

/** The row of the ledger that carries a key. */
export async function evidenceByKey(db: Db, enrollmentId: string, idempotencyKey: string) {
  const [row] = await db
    .select()
    .from(evidence)
    .where(and(eq(evidence.enrollmentId, enrollmentId), eq(evidence.idempotencyKey, idempotencyKey)));
  return row ?? null;
}

/**
 * Adds done blocks to the projection. The union is made by the database, so that two devices at once
 * lose nothing, and nothing that was done is ever undone.
 * @returns all done blocks of the lesson, and whether this completed it.
 */
export async function recordProgress(
  db: Db,
  progress: {
    enrollmentId: string;
    lessonId: string;
    done: string[];
    total: number;
    completedAt?: Date | null;
  },
): Promise<{ done: string[]; justCompleted: boolean }> {
  const { enrollmentId, lessonId, done, total, completedAt } = progress;
  const union = sql`(select coalesce(array_agg(distinct b), '{}') from unnest(${lessonProgress.doneBlocks} || excluded.done_blocks) b)`;
  const size = sql`(select count(distinct b) from unnest(${lessonProgress.doneBlocks} || excluded.done_blocks) b)`;
  const [row] = await db
    .insert(lessonProgress)
    .values({
      enrollmentId,
      lessonId,
      doneBlocks: done,
      percent: Math.floor((100 * done.length) / total),
      completedAt: done.length >= total ? (completedAt ?? (sql`now()` as never)) : null,
    })
    .onConflictDoUpdate({
      target: [lessonProgress.enrollmentId, lessonProgress.lessonId],
      set: {
        doneBlocks: union,
        percent: sql`least(100, floor(100.0 * ${size} / ${total}::int))`,
        completedAt: sql`coalesce(${lessonProgress.completedAt}, case when ${size} >= ${total}::int then now() end)`,
        updatedAt: sql`now()`,
      },
    })
    .returning({
      done: lessonProgress.doneBlocks,
      justCompleted: sql<boolean>`coalesce(${lessonProgress.completedAt} = now(), false)`,
    });
  return row ?? { done, justCompleted: false };
}

/**
 * Where the learner is now. The enrollment is locked by it until the transaction ends, and what it is by then
 * comes back, for the caller to judge anew: an undo, a removal or a move may have come first. The time is the
 * clock's, not the transaction's, so that it is later than whatever held the enrollment before.
 */
export async function setLastLesson(
  db: Db,
  { enrollmentId, lessonId }: { enrollmentId: string; lessonId: string },
) {
  const [row] = await db
    .update(enrollments)
    .set({ lastLessonId: lessonId, lastActiveAt: sql`clock_timestamp()` })
    .where(eq(enrollments.id, enrollmentId))
    .returning({
      editionId: enrollments.editionId,
      state: enrollments.state,
      validFrom: enrollments.validFrom,
      validUntil: enrollments.validUntil,
    });
  return row ?? null;
}

/** How many lessons of a course a learner has completed. */
export async function completedLessons(db: Db, enrollmentId: string): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(lessonProgress)
    .where(and(eq(lessonProgress.enrollmentId, enrollmentId), isNotNull(lessonProgress.completedAt)));
  return row?.n ?? 0;
}

/** Marks a course as completed, once, with its row in the history. */
export async function setCourseCompleted(db: Db, enrollmentId: string): Promise<void> {
  const [row] = await db
    .update(enrollments)
    .set({ state: 'completed', completedAt: sql`now()`, version: sql`${enrollments.version} + 1` })
    .where(and(eq(enrollments.id, enrollmentId), eq(enrollments.state, 'active')))
    .returning({
      editionId: enrollments.editionId,
      userId: enrollments.userId,
      version: enrollments.version,
    });
  if (!row) return;
  await db.insert(enrollmentEvents).values({
    enrollmentId,
    action: 'complete',
    version: row.version,
    from: 'active',
    to: 'completed',
    editionId: row.editionId,
    actorId: row.userId,
    reason: 'Every lesson is complete.',
  });
}
