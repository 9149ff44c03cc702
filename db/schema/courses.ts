import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AnswerKeys, CompiledLesson, EditionManifest } from '@/rules/edition';
import { courseRoles } from '@/rules/roles';
import { users } from './accounts';
import { createdAt, id, instant, version } from './columns';
import { oneOf } from './one-of';

export const enrollmentPolicies = ['open', 'closed'] as const;

export const courses = pgTable(
  'courses',
  {
    id: id(),
    slug: text('slug').notNull(),
    /** Of the files last imported: equal files need not be compiled again. Null for a course of other origin. */
    sourceHash: text('source_hash'),
    /** The edition that new enrollments are pinned to; null until the first is published. */
    currentEditionId: uuid('current_edition_id'),
    enrollmentPolicy: text('enrollment_policy', { enum: enrollmentPolicies }).notNull().default('open'),
    /** The zone in which the dates below were meant. */
    zone: text('zone').notNull().default('UTC'),
    opensAt: instant('opens_at'),
    closesAt: instant('closes_at'),
    seats: integer('seats'),
    seatsTaken: integer('seats_taken').notNull().default(0),
    /** Out of the catalog and closed to new learners; who is enrolled goes on. */
    archivedAt: instant('archived_at'),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('courses_slug_key').on(t.slug),
    check('courses_policy_check', oneOf(t.enrollmentPolicy, enrollmentPolicies)),
    check(
      'courses_seats_check',
      sql`${t.seatsTaken} >= 0 and (${t.seats} is null or ${t.seatsTaken} <= ${t.seats})`,
    ),
  ],
);

export const courseStaff = pgTable(
  'course_staff',
  {
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role', { enum: courseRoles }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.courseId, t.userId] }),
    index('course_staff_user_idx').on(t.userId),
    check('course_staff_role_check', oneOf(t.role, courseRoles)),
  ],
);

/** What was published, for ever: rows here and below are never updated (a trigger refuses). */
export const editions = pgTable(
  'editions',
  {
    id: id(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    number: integer('number').notNull(),
    /** SHA-256 of the compiled content, hex: equal content is the same edition. */
    contentHash: text('content_hash').notNull(),
    manifest: jsonb('manifest').$type<EditionManifest>().notNull(),
    publishedBy: uuid('published_by').references(() => users.id),
    publishedAt: instant('published_at').notNull().defaultNow(),
    /** What the publisher says of it: what changed, and why. */
    note: text('note').notNull().default(''),
  },
  (t) => [
    uniqueIndex('editions_course_number_key').on(t.courseId, t.number),
    uniqueIndex('editions_course_hash_key').on(t.courseId, t.contentHash),
  ],
);

export const editionLessons = pgTable(
  'edition_lessons',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    lessonId: text('lesson_id').notNull(),
    content: jsonb('content').$type<CompiledLesson>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.lessonId] })],
);

/** Kept apart from the content, so that no reader of lessons can come upon a key. */
export const answerKeys = pgTable(
  'answer_keys',
  {
    editionId: uuid('edition_id').notNull(),
    lessonId: text('lesson_id').notNull(),
    keys: jsonb('keys').$type<AnswerKeys>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.editionId, t.lessonId] }),
    foreignKey({
      columns: [t.editionId, t.lessonId],
      foreignColumns: [editionLessons.editionId, editionLessons.lessonId],
    }),
  ],
);
