import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { enrollmentStates } from '@/rules/enrollment';
import { type EvidencePayload, evidenceKinds } from '@/rules/evidence';
import { users } from './accounts';
import { createdAt, id, instant, version } from './columns';
import { courses, editions } from './courses';
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
    state: text('state', { enum: enrollmentStates }).notNull(),
    /** A deadline is an instant plus the zone it was meant in, so that it can be shown as it was set. */
    endsAt: instant('ends_at'),
    endsZone: text('ends_zone'),
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
    reason: text('reason').notNull().default(''),
    batchId: uuid('batch_id'),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [index('enrollment_events_enrollment_idx').on(t.enrollmentId, t.id)],
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
