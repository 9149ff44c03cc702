import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
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
import { courseRoles } from '@/rules/accounts/roles';
import type { AnswerKeys, CompiledLesson, EditionManifest } from '@/rules/editions/edition';
import { enrollmentPolicies } from '@/rules/enrollment/enrollment-terms';
import type { EditionLibrary } from '@/rules/library/edition-library';
import { users } from './accounts';
import { createdAt, id, instant, version } from './columns';
import { oneOf } from './one-of';

/** How people come in, when, how many and for how long: of a course, and of each of its cohorts. */
const enrollmentTerms = () => ({
  enrollmentPolicy: text('enrollment_policy', { enum: enrollmentPolicies }).notNull().default('open'),
  /** What who comes in by key must know. Staff read it and pass it on, so it is kept as it is. */
  enrollmentKey: text('enrollment_key'),
  /** Only addresses of these domains enroll themselves; empty for all. */
  emailDomains: text('email_domains').array().notNull().default(sql`'{}'`),
  /** The window in which people may enroll. */
  opensAt: instant('opens_at'),
  closesAt: instant('closes_at'),
  /** The time in which enrolled people learn. */
  startsAt: instant('starts_at'),
  endsAt: instant('ends_at'),
  /** How many days one may learn, counted from one's own enrollment; null for no limit. */
  lengthDays: integer('length_days'),
  seats: integer('seats'),
  seatsTaken: integer('seats_taken').notNull().default(0),
  /** Whether people may wait for a seat when none is left. */
  waitlist: boolean('waitlist').notNull().default(false),
  /** How long a freed seat is held for whom it is offered. */
  offerHours: integer('offer_hours').notNull().default(48),
});

type TermsColumns = Record<
  'enrollmentPolicy' | 'enrollmentKey' | 'seats' | 'seatsTaken' | 'lengthDays' | 'offerHours',
  AnyPgColumn
>;
const termsChecks = (table: 'courses' | 'cohorts', t: TermsColumns) => [
  check(`${table}_policy_check`, oneOf(t.enrollmentPolicy, enrollmentPolicies)),
  check(`${table}_key_check`, sql`${t.enrollmentPolicy} <> 'key' or ${t.enrollmentKey} is not null`),
  check(
    `${table}_seats_check`,
    sql`${t.seatsTaken} >= 0 and (${t.seats} is null or ${t.seatsTaken} <= ${t.seats})`,
  ),
  check(`${table}_length_check`, sql`${t.lengthDays} > 0 and ${t.offerHours} > 0`),
];

export const courses = pgTable(
  'courses',
  {
    id: id(),
    slug: text('slug').notNull(),
    /** Of the files last imported: equal files need not be compiled again. Null for a course of other origin. */
    sourceHash: text('source_hash'),
    /** The edition that new enrollments are pinned to; null until the first is published. */
    currentEditionId: uuid('current_edition_id'),
    ...enrollmentTerms(),
    /** The zone in which the dates of the course were meant. */
    zone: text('zone').notNull().default('UTC'),
    /** Out of the catalog and closed to new learners; who is enrolled goes on. */
    archivedAt: instant('archived_at'),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [uniqueIndex('courses_slug_key').on(t.slug), ...termsChecks('courses', t)],
);

/** A run of a course: people who take it together, with dates, seats and terms of their own. */
export const cohorts = pgTable(
  'cohorts',
  {
    id: id(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    name: text('name').notNull(),
    ...enrollmentTerms(),
    zone: text('zone').notNull().default('UTC'),
    /** The edition that its new learners are pinned to; null for the course's current one. */
    editionId: uuid('edition_id').references((): AnyPgColumn => editions.id),
    archivedAt: instant('archived_at'),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [uniqueIndex('cohorts_course_name_key').on(t.courseId, t.name), ...termsChecks('cohorts', t)],
);

/** Who teaches a cohort, beside the staff of its course. */
export const cohortStaff = pgTable(
  'cohort_staff',
  {
    cohortId: uuid('cohort_id')
      .notNull()
      .references(() => cohorts.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.cohortId, t.userId] }), index('cohort_staff_user_idx').on(t.userId)],
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
    /** Whether a grader decides where two graders are apart, as owners do. */
    moderates: boolean('moderates').notNull().default(false),
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
    /** How many blocks its lessons have. */
    blocks: integer('blocks')
      .notNull()
      .generatedAlwaysAs(
        sql`jsonb_array_length(jsonb_path_query_array(manifest, '$.modules[*].lessons[*].blocks[*]'))`,
      ),
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
    /** SHA-256, hex, of the content with its keys: a lesson that stays is copied. Null before hashes were kept. */
    hash: text('hash'),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.lessonId] })],
);

/** What stands beside the lessons of an edition, apart from its manifest, which every page loads. */
export const editionLibraries = pgTable('edition_libraries', {
  editionId: uuid('edition_id')
    .primaryKey()
    .references(() => editions.id),
  content: jsonb('content').$type<EditionLibrary>().notNull(),
});

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
