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
  uuid,
} from 'drizzle-orm/pg-core';
import type { Correction } from '@/rules/assessment/corrections';
import { type GradeRule, type GradeSnapshot, gradeActions } from '@/rules/grading/grades';
import type { GradebookSettings } from '@/rules/grading/settings';
import { users } from './accounts';
import { attempts } from './assessment';
import { createdAt, id, instant, version } from './columns';
import { courses, editions } from './courses';
import { enrollments } from './learning';
import { oneOf } from './one-of';

/** What somebody is given beyond the rules of the quizzes of a course: of one quiz, or of all. */
export const accommodations = pgTable(
  'accommodations',
  {
    enrollmentId: uuid('enrollment_id')
      .notNull()
      .references(() => enrollments.id),
    /** Empty for every quiz; what is agreed for one quiz holds there instead. */
    lessonId: text('lesson_id').notNull().default(''),
    /** Of the usual time: 150 is half as long again. */
    timePercent: smallint('time_percent').notNull().default(100),
    extraAttempts: smallint('extra_attempts').notNull().default(0),
    /** Days by which a quiz is due and closes later. */
    extraDays: smallint('extra_days').notNull().default(0),
    reason: text('reason').notNull(),
    grantedBy: uuid('granted_by').references(() => users.id),
    grantedAt: instant('granted_at').notNull().defaultNow(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.enrollmentId, t.lessonId] }),
    check('accommodations_time', sql`${t.timePercent} between 100 and 400`),
    check('accommodations_attempts', sql`${t.extraAttempts} between 0 and 20`),
    check('accommodations_days', sql`${t.extraDays} between 0 and 365`),
  ],
);

/**
 * What was put right about a question after attempts were handed in. The key of an edition never changes: a
 * correction lies over it, and is taken back by taking it away.
 */
export const corrections = pgTable(
  'corrections',
  {
    id: id(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    lessonId: text('lesson_id').notNull(),
    blockId: text('block_id').notNull(),
    /** The editions it holds for: those in which the question reads the same. A later one may have it mended. */
    fromEdition: integer('from_edition').notNull().default(1),
    throughEdition: integer('through_edition').notNull(),
    correction: jsonb('correction').$type<Correction>().notNull(),
    reason: text('reason').notNull(),
    madeBy: uuid('made_by').references(() => users.id),
    madeAt: createdAt(),
    takenBackBy: uuid('taken_back_by').references(() => users.id),
    takenBackAt: instant('taken_back_at'),
  },
  (t) => [index('corrections_lesson_idx').on(t.courseId, t.lessonId, t.madeAt)],
);

/**
 * The grade of a learner in one item of a course: a graded quiz, or work that was handed in. What was reached,
 * what it came to by the rules, what a person set instead, and whether it may be seen, each by itself.
 * Grades are shares in millionths, rounded down.
 */
export const grades = pgTable(
  'grades',
  {
    enrollmentId: uuid('enrollment_id')
      .notNull()
      .references(() => enrollments.id),
    itemId: text('item_id').notNull(),
    /** Null where a person wrote the grade down and nothing was handed in. */
    editionId: uuid('edition_id').references(() => editions.id),
    attemptId: uuid('attempt_id').references(() => attempts.id),
    /** As it was reached, without corrections and without what being late takes. */
    raw: integer('raw'),
    /** By the rules: with corrections, and with what being late takes. */
    final: integer('final'),
    /** What a person set instead. */
    override: integer('override'),
    overrideReason: text('override_reason').notNull().default(''),
    /** By which rules `final` came about. */
    rule: jsonb('rule').$type<GradeRule>(),
    /** Since when the learner sees it; null while it waits for its release. */
    releasedAt: instant('released_at'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.enrollmentId, t.itemId] }),
    index('grades_item_idx').on(t.itemId, t.enrollmentId),
    check('grades_raw', sql`${t.raw} between 0 and 1000000`),
    check('grades_final', sql`${t.final} between 0 and 1000000`),
    check('grades_override', sql`${t.override} between 0 and 1000000`),
  ],
);

/** The history of grades: appended, never changed. */
export const gradeEvents = pgTable(
  'grade_events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    enrollmentId: uuid('enrollment_id')
      .notNull()
      .references(() => enrollments.id),
    itemId: text('item_id').notNull(),
    action: text('action', { enum: gradeActions }).notNull(),
    /** Null where the platform did it: an attempt was marked, the clock handed in. */
    actorId: uuid('actor_id').references(() => users.id),
    reason: text('reason').notNull().default(''),
    /** What it was done with: a correction, a list, or an undo of either. */
    batchId: uuid('batch_id'),
    before: jsonb('before').$type<GradeSnapshot>(),
    after: jsonb('after').$type<GradeSnapshot>().notNull(),
    /** The version of the grade after it: a later one means that it has moved on. */
    version: integer('version').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    index('grade_events_grade_idx').on(t.enrollmentId, t.itemId, t.id),
    index('grade_events_batch_idx').on(t.batchId, t.id).where(sql`batch_id is not null`),
    check('grade_events_action', oneOf(t.action, gradeActions)),
  ],
);

/**
 * What a learner is to be told of a grade that a person corrected, a little later and once: `known` is what they
 * knew last. Where the grade has become that again by then, they are told nothing.
 */
export const gradeNotices = pgTable(
  'grade_notices',
  {
    enrollmentId: uuid('enrollment_id')
      .notNull()
      .references(() => enrollments.id),
    itemId: text('item_id').notNull(),
    /** A share in millionths. */
    known: integer('known').notNull(),
    dueAt: instant('due_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.enrollmentId, t.itemId] }), index('grade_notices_due_idx').on(t.dueAt)],
);

/** How the grades of a course come to one: its categories, weights, what is dropped and what is required. */
export const gradebooks = pgTable('gradebooks', {
  courseId: uuid('course_id')
    .primaryKey()
    .references(() => courses.id),
  settings: jsonb('settings').$type<GradebookSettings>().notNull(),
  updatedBy: uuid('updated_by').references(() => users.id),
  updatedAt: instant('updated_at').notNull().defaultNow(),
  version: version(),
});

/** What the grades of a learner come to: a projection of `grades` and the gradebook, made anew at will. */
export const courseGrades = pgTable(
  'course_grades',
  {
    enrollmentId: uuid('enrollment_id')
      .primaryKey()
      .references(() => enrollments.id),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    /** In millionths, rounded down; null while nothing is graded. */
    share: integer('share'),
    passed: boolean('passed').notNull().default(false),
    /** The number of the edition whose items it was made with: with a newer one it is made anew. */
    edition: integer('edition').notNull().default(0),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    index('course_grades_share_idx').on(t.courseId, t.share, t.enrollmentId),
    index('course_grades_edition_idx').on(t.courseId, t.edition),
    check('course_grades_share', sql`${t.share} between 0 and 1000000`),
  ],
);
