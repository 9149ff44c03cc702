import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ClaimEntry } from '@/rules/claims/entry';
import type { Scores } from '@/rules/work/rubric';
import type { WorkRules } from '@/rules/work/work';
import { users } from './accounts';
import { createdAt, id, instant } from './columns';
import { courses, editions } from './courses';
import { enrollments } from './learning';

/**
 * One version of a learner's written work: a draft until it is handed in, then as it was handed in, by the rules
 * of that moment. The promise is an instant that is fixed then, too.
 */
export const submissions = pgTable(
  'submissions',
  {
    id: id(),
    enrollmentId: uuid('enrollment_id')
      .notNull()
      .references(() => enrollments.id),
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    lessonId: text('lesson_id').notNull(),
    number: smallint('number').notNull(),
    rules: jsonb('rules').$type<WorkRules>().notNull(),
    text: text('text').notNull(),
    /** Of a claim log: its entries as they were handed in. Its text says the same to be read. */
    entries: jsonb('entries').$type<ClaimEntry[]>(),
    /** Raised with every save; a save names the one it began from. */
    revision: integer('revision').notNull().default(1),
    /** Of the page that saved last: it may save again without having heard of its own revision. */
    writer: uuid('writer').notNull(),
    savedAt: instant('saved_at').notNull().defaultNow(),
    /** Until when it is taken, as it was when it was saved; null where it does not close, or once it has. */
    closesAt: instant('closes_at'),
    handedInAt: instant('handed_in_at'),
    handedInBy: text('handed_in_by', { enum: ['learner', 'clock'] }),
    /** The promise, and when the owners of the course are told that it is about to be broken. */
    backAt: instant('back_at'),
    escalateAt: instant('escalate_at'),
    escalatedAt: instant('escalated_at'),
    /** Whether it was drawn to be graded by two, and since when they are apart and somebody has to decide. */
    moderated: boolean('moderated').notNull().default(false),
    apartAt: instant('apart_at'),
    gradedAt: instant('graded_at'),
    /** Since when the learner sees the result. */
    releasedAt: instant('released_at'),
    /** When a grader opened its grading again: from then on it is a person's, whatever its peers say. */
    reopenedAt: instant('reopened_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('submissions_number_key').on(t.enrollmentId, t.lessonId, t.number),
    unique('submissions_writer_key').on(t.id, t.enrollmentId),
    uniqueIndex('submissions_draft_key').on(t.enrollmentId, t.lessonId).where(sql`handed_in_at is null`),
    index('submissions_queue_idx')
      .on(t.backAt, t.id)
      .where(sql`handed_in_at is not null and graded_at is null`),
    index('submissions_closing_idx')
      .on(t.closesAt)
      .where(sql`handed_in_at is null and closes_at is not null`),
    index('submissions_escalate_idx').on(t.escalateAt).where(sql`graded_at is null and escalated_at is null`),
    check('submissions_handed_in', sql`(${t.handedInAt} is null) = (${t.backAt} is null)`),
    check('submissions_by', sql`(${t.handedInAt} is null) = (${t.handedInBy} is null)`),
    check('submissions_graded', sql`${t.gradedAt} is null or ${t.handedInAt} is not null`),
    check('submissions_released', sql`${t.releasedAt} is null or ${t.gradedAt} is not null`),
    check('submissions_apart', sql`${t.apartAt} is null or ${t.moderated}`),
    index('submissions_moderated_idx')
      .on(t.backAt)
      .where(sql`moderated and apart_at is null and graded_at is null`),
    check('submissions_text', sql`length(${t.text}) <= 100000`),
  ],
);

/**
 * The grading of a version: taken by one grader until a time, and finished once. The key is the version itself, so
 * that no two can ever hold the same.
 */
export const gradings = pgTable(
  'gradings',
  {
    submissionId: uuid('submission_id')
      .primaryKey()
      .references(() => submissions.id),
    /** Null where the reviews of peers are the grading. */
    graderId: uuid('grader_id').references(() => users.id),
    claimedUntil: instant('claimed_until').notNull(),
    scores: jsonb('scores').$type<Scores>().notNull().default({}),
    comment: text('comment').notNull().default(''),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    check('gradings_by', sql`${t.graderId} is not null or ${t.finishedAt} is not null`),
    index('gradings_grader_idx').on(t.graderId).where(sql`finished_at is null`),
    check('gradings_comment', sql`length(${t.comment}) <= 20000`),
  ],
);

/**
 * What two graders give the same version, each without the other's: the first and the second place of a version that
 * was drawn for it. Nobody can hold both. What counts in the end stands in `gradings`.
 */
export const readings = pgTable(
  'readings',
  {
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id),
    place: smallint('place').notNull(),
    graderId: uuid('grader_id')
      .notNull()
      .references(() => users.id),
    claimedUntil: instant('claimed_until').notNull(),
    scores: jsonb('scores').$type<Scores>().notNull().default({}),
    comment: text('comment').notNull().default(''),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    primaryKey({ columns: [t.submissionId, t.place] }),
    uniqueIndex('readings_grader_key').on(t.submissionId, t.graderId),
    index('readings_open_idx').on(t.graderId).where(sql`finished_at is null`),
    check('readings_place', sql`${t.place} in (1, 2)`),
    check('readings_comment', sql`length(${t.comment}) <= 20000`),
  ],
);

/**
 * A file that is handed in with a text. It is of a version by its number, so that it may come before the first word is
 * kept. Its bytes are in the store of media; what its learner took out can be brought back for a day.
 */
export const workFiles = pgTable(
  'work_files',
  {
    id: id(),
    enrollmentId: uuid('enrollment_id')
      .notNull()
      .references(() => enrollments.id),
    lessonId: text('lesson_id').notNull(),
    number: smallint('number').notNull(),
    /** SHA-256, hex. */
    hash: text('hash').notNull(),
    type: text('type').notNull(),
    bytes: integer('bytes').notNull(),
    /** As its learner calls it. */
    name: text('name').notNull(),
    addedAt: instant('added_at').notNull().defaultNow(),
    removedAt: instant('removed_at'),
  },
  (t) => [
    index('work_files_version_idx').on(t.enrollmentId, t.lessonId, t.number),
    index('work_files_hash_idx').on(t.hash),
    index('work_files_removed_idx').on(t.removedAt).where(sql`removed_at is not null`),
    check('work_files_name', sql`length(${t.name}) between 1 and 200`),
  ],
);

/**
 * What a grader says to some words of a version: a span of its text, which never changes once it was handed in, with
 * the words themselves. They are the grader's who wrote them, and those of who grades it count.
 */
export const workComments = pgTable(
  'work_comments',
  {
    /** Made where it is written, so that saving it again is nothing. */
    id: uuid('id').primaryKey(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submissions.id),
    graderId: uuid('grader_id')
      .notNull()
      .references(() => users.id),
    /** In UTF-16 units from the beginning of the text; the end is not of it. */
    from: integer('begins_at').notNull(),
    to: integer('ends_at').notNull(),
    quote: text('quote').notNull(),
    says: text('says').notNull(),
    savedAt: instant('saved_at').notNull().defaultNow(),
    /** It can be brought back while its version is graded. */
    deletedAt: instant('deleted_at'),
  },
  (t) => [
    index('work_comments_submission_idx').on(t.submissionId, t.graderId),
    check('work_comments_span', sql`${t.from} >= 0 and ${t.to} > ${t.from}`),
    check('work_comments_quote', sql`length(${t.quote}) between 1 and 5000`),
    check('work_comments_says', sql`length(${t.says}) between 1 and 2000`),
  ],
);

/** Comments that the graders of a course use again. */
export const commentBank = pgTable(
  'comment_bank',
  {
    id: uuid('id').primaryKey(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    title: text('title').notNull(),
    text: text('text').notNull(),
    /** The id of a criterion; null where it is of none. */
    criterion: text('criterion'),
    savedBy: uuid('saved_by')
      .notNull()
      .references(() => users.id),
    savedAt: instant('saved_at').notNull().defaultNow(),
    deletedAt: instant('deleted_at'),
  },
  (t) => [
    index('comment_bank_course_idx').on(t.courseId).where(sql`deleted_at is null`),
    check('comment_bank_title', sql`length(${t.title}) between 1 and 120`),
    check('comment_bank_text', sql`length(${t.text}) between 1 and 2000`),
  ],
);
