import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  type EnrollmentSnapshot,
  enrollmentActions,
  enrollmentStates,
} from '@/rules/enrollment/enrollment-states';
import { type EvidencePayload, evidenceKinds } from '@/rules/learning/evidence';
import { users } from './accounts';
import { createdAt, id, instant, version } from './columns';
import { cohorts, courses, editions } from './courses';
import { oneOf } from './one-of';

/** A student in a course, pinned to the edition they learn from. */
export const enrollments = pgTable(
  'enrollments',
  {
    id: id(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    cohortId: uuid('cohort_id').references(() => cohorts.id),
    state: text('state', { enum: enrollmentStates }).notNull(),
    /** A deadline is an instant plus the zone it was meant in, so that it can be shown as it was set. */
    endsAt: instant('ends_at'),
    endsZone: text('ends_zone'),
    /** Until when an invitation, or the offer of a freed seat, can be accepted. */
    offerUntil: instant('offer_until'),
    /** The place in the queue for a seat is the order of this. */
    waitlistedAt: instant('waitlisted_at'),
    /**
     * What the dates of the enrollment, its cohort and its course come to, the first that is set winning; for an
     * invitation, the time in which it can be taken. Triggers keep both, so that no write can forget to, and who
     * is active now is one indexed query. Never written by hand.
     */
    validFrom: instant('valid_from'),
    validUntil: instant('valid_until'),
    /**
     * How much of their edition the learner has done, as they see it (`percent` of the rules). Triggers keep it, from
     * the projection below, so that a course of any size is sorted by an index. Never written by hand.
     */
    percent: smallint('percent').notNull().default(0),
    /** The roster that this enrollment came from; null when a person made it. */
    source: text('source'),
    /** Where the learner last was; with the projection below it gives the resume point. */
    lastLessonId: text('last_lesson_id'),
    lastActiveAt: instant('last_active_at'),
    completedAt: instant('completed_at'),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('enrollments_course_user_key').on(t.courseId, t.userId),
    index('enrollments_user_idx').on(t.userId),
    index('enrollments_percent_idx').on(t.courseId, t.percent, t.id),
    index('enrollments_source_idx').on(t.courseId, t.source).where(sql`source is not null`),
    index('enrollments_course_state_idx').on(t.courseId, t.state, t.validUntil),
    index('enrollments_cohort_state_idx').on(t.cohortId, t.state),
    index('enrollments_created_idx').on(t.createdAt, t.id),
    index('enrollments_due_idx').on(t.validUntil).where(sql`state in ('invited', 'active', 'paused')`),
    index('enrollments_waiting_idx').on(t.courseId, t.waitlistedAt, t.id).where(sql`state = 'waitlisted'`),
    check('enrollments_state_check', oneOf(t.state, enrollmentStates)),
    check('enrollments_deadline_zone', sql`(${t.endsAt} is null) = (${t.endsZone} is null)`),
  ],
);

/** The full state history of an enrollment: appended, never changed. */
export const enrollmentEvents = pgTable(
  'enrollment_events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    enrollmentId: uuid('enrollment_id')
      .notNull()
      .references(() => enrollments.id),
    from: text('from_state', { enum: enrollmentStates }),
    to: text('to_state', { enum: enrollmentStates }).notNull(),
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    actorId: uuid('actor_id').references(() => users.id),
    /** What was done; null in rows from before it was kept. */
    action: text('action', { enum: enrollmentActions }),
    reason: text('reason').notNull().default(''),
    /** What it was done with: a row of `enrollment_batches`, or the learners moved by one publication. */
    batchId: uuid('batch_id'),
    /** What the enrollment was before, to restore it; null when there was none. */
    before: jsonb('before').$type<EnrollmentSnapshot>(),
    /** The version of the enrollment after it: a later one means that it has moved on. */
    version: integer('version'),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    index('enrollment_events_enrollment_idx').on(t.enrollmentId, t.id),
    index('enrollment_events_batch_idx').on(t.batchId, t.id).where(sql`batch_id is not null`),
  ],
);

/** The ledger of learning. Every row is a receipt; progress is derived from it and nothing else. */
export const evidence = pgTable(
  'evidence',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    enrollmentId: uuid('enrollment_id')
      .notNull()
      .references(() => enrollments.id),
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    lessonId: text('lesson_id').notNull(),
    blockId: text('block_id').notNull(),
    kind: text('kind', { enum: evidenceKinds }).notNull(),
    correct: boolean('correct'),
    payload: jsonb('payload').$type<EvidencePayload>(),
    /** The same event sent twice carries the same key and counts once. */
    idempotencyKey: text('idempotency_key').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('evidence_once_key').on(t.enrollmentId, t.idempotencyKey),
    index('evidence_lesson_idx').on(t.enrollmentId, t.lessonId, t.id),
    index('evidence_at_idx').using('brin', t.at),
    check('evidence_kind_check', oneOf(t.kind, evidenceKinds)),
    check('evidence_key_length', sql`length(${t.idempotencyKey}) between 1 and 200`),
  ],
);

/** A projection of the ledger, rebuilt at will: which blocks of a lesson are done. */
export const lessonProgress = pgTable(
  'lesson_progress',
  {
    enrollmentId: uuid('enrollment_id')
      .notNull()
      .references(() => enrollments.id),
    lessonId: text('lesson_id').notNull(),
    doneBlocks: text('done_blocks').array().notNull().default(sql`'{}'`),
    percent: smallint('percent').notNull().default(0),
    completedAt: instant('completed_at'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.enrollmentId, t.lessonId] }),
    check('lesson_progress_percent_check', sql`${t.percent} between 0 and 100`),
  ],
);
