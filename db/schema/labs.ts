import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { outcomes } from '@/rules/labs/outcomes';
import { users } from './accounts';
import { createdAt, id, instant } from './columns';
import { editions } from './courses';
import { enrollments } from './learning';
import { oneOf } from './one-of';

/**
 * One learner's task of a lab in a lesson, and what they have put into its form so far. The seed is never stored: it
 * is worked out from the server's secret, and what is kept of it tells whether that is still the same.
 */
export const labAttempts = pgTable(
  'lab_attempts',
  {
    id: id(),
    enrollmentId: uuid('enrollment_id')
      .notNull()
      .references(() => enrollments.id),
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    lessonId: text('lesson_id').notNull(),
    blockId: text('block_id').notNull(),
    number: smallint('number').notNull(),
    lab: text('lab').notNull(),
    version: smallint('version').notNull(),
    /** SHA-256 of the seed, in hexadecimal digits. */
    seedCommit: text('seed_commit').notNull(),
    /** The values of the form as canonical JSON. */
    draft: text('draft').notNull().default('{}'),
    /** Raised with every save; a save names the one it began from. */
    revision: integer('revision').notNull().default(0),
    /** Of the page that saved last: it may save again without having heard of its own revision. */
    writer: uuid('writer'),
    savedAt: instant('saved_at'),
    passedAt: instant('passed_at'),
    /** Who gave it, where it is not the first one. */
    grantedBy: uuid('granted_by').references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('lab_attempts_number_key').on(t.enrollmentId, t.lessonId, t.blockId, t.number),
    check('lab_attempts_number', sql`${t.number} between 1 and 100`),
    check('lab_attempts_commit', sql`${t.seedCommit} ~ '^[0-9a-f]{64}$'`),
    check('lab_attempts_draft', sql`length(${t.draft}) <= 100000`),
  ],
);

/** What was handed in, exactly, and what the server found: appended, never changed. */
export const labSubmissions = pgTable(
  'lab_submissions',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => labAttempts.id),
    /** Made where it was handed in: the same one sent twice counts once. */
    key: uuid('key').notNull(),
    /** Canonical JSON (RFC 8785). */
    submission: text('submission').notNull(),
    outcome: text('outcome', { enum: outcomes }).notNull(),
    /** Of what is not passed: its code, its sentence and the field to look at. */
    code: text('code'),
    says: text('says'),
    field: text('field'),
    /** What compiling and running it came to, where there was something to run; its learner may read it. */
    report: jsonb('report'),
    /** Which build of the verifier found it. */
    verifier: text('verifier').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('lab_submissions_key').on(t.attemptId, t.key),
    index('lab_submissions_attempt_idx').on(t.attemptId, t.id),
    check('lab_submissions_outcome', oneOf(t.outcome, outcomes)),
    check('lab_submissions_code', sql`(${t.outcome} = 'learner-error') = (${t.code} is not null)`),
    check('lab_submissions_size', sql`length(${t.submission}) <= 100000`),
  ],
);
