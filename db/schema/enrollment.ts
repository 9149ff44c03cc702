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
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  type BatchMove,
  type BatchPerson,
  batchKinds,
  batchStates,
} from '@/rules/enrollment/enrollment-batch';
import { enrollmentStates } from '@/rules/enrollment/enrollment-states';
import type { RosterReading, RowNote } from '@/rules/enrollment/roster';
import type { RefusalCode } from '@/rules/refusals';
import { users } from './accounts';
import { createdAt, id, instant } from './columns';
import { cohorts, courses } from './courses';
import { oneOf } from './one-of';

/** What was done to many enrollments at once, and is undone as one. */
export const enrollmentBatches = pgTable(
  'enrollment_batches',
  {
    id: id(),
    /** Null for a batch over several courses. */
    courseId: uuid('course_id').references(() => courses.id),
    cohortId: uuid('cohort_id').references(() => cohorts.id),
    kind: text('kind', { enum: batchKinds }).notNull(),
    /** What it is, as its maker would say it: the name of a file, or the action and to how many. */
    title: text('title').notNull(),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: createdAt(),
    state: text('state', { enum: batchStates }).notNull().default('waiting'),
    /** What is to be done, for the job that does it. */
    work: jsonb('work').$type<Record<string, unknown>>().notNull().default({}),
    total: integer('total').notNull().default(0),
    done: integer('done').notNull().default(0),
    /** How many ended how, by outcome. */
    outcomes: jsonb('outcomes').$type<Record<string, number>>().notNull().default({}),
    undoOf: uuid('undo_of'),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: instant('next_attempt_at').notNull().defaultNow(),
    error: text('error'),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    index('enrollment_batches_course_idx').on(t.courseId, t.createdAt),
    index('enrollment_batches_created_idx').on(t.createdAt),
    index('enrollment_batches_due_idx').on(t.nextAttemptAt).where(sql`state in ('waiting', 'running')`),
    uniqueIndex('enrollment_batches_undone_once').on(t.undoOf),
    check('enrollment_batches_kind_check', oneOf(t.kind, batchKinds)),
    check('enrollment_batches_state_check', oneOf(t.state, batchStates)),
  ],
);

/** What a batch does to one person, in the order in which it does it, and what came of it. */
export const batchItems = pgTable(
  'batch_items',
  {
    batchId: uuid('batch_id')
      .notNull()
      .references(() => enrollmentBatches.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    /** Null until the account of `person` is found or made. */
    userId: uuid('user_id').references(() => users.id),
    person: jsonb('person').$type<BatchPerson>(),
    move: jsonb('move').$type<BatchMove>().notNull(),
    done: boolean('done').notNull().default(false),
    enrollmentId: uuid('enrollment_id'),
    from: text('from_state', { enum: [...enrollmentStates, 'none'] }),
    to: text('to_state', { enum: [...enrollmentStates, 'none'] }),
    /** Why nothing was done; a code of `rules/refusals.ts`. */
    refusal: text('refusal').$type<RefusalCode>(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.position] }),
    index('batch_items_waiting_idx').on(t.batchId, t.position).where(sql`not done`),
  ],
);

/** A list of people that was handed in: what its dry run found, kept until it is committed or a day has passed. */
export const rosters = pgTable(
  'rosters',
  {
    id: id(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    cohortId: uuid('cohort_id').references(() => cohorts.id),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    /** The school's system that it comes from: what its next list is compared with. */
    source: text('source'),
    /** Whether people of the last list of this source who are not in this one are withdrawn. */
    sync: boolean('sync').notNull().default(false),
    /** Which column is what, by its number; null for columns that are not used. */
    columns: jsonb('columns').$type<(string | null)[]>().notNull(),
    heads: jsonb('heads').$type<string[]>().notNull(),
    rowCount: integer('row_count').notNull().default(0),
    outcomes: jsonb('outcomes').$type<Record<string, number>>().notNull().default({}),
    /** How it was read, and what of it was chosen. */
    reading: jsonb('reading').$type<RosterReading>().notNull().default({}),
    batchId: uuid('batch_id').references(() => enrollmentBatches.id),
    createdAt: createdAt(),
  },
  (t) => [
    index('rosters_course_idx').on(t.courseId, t.createdAt),
    index('rosters_created_idx').on(t.createdAt),
  ],
);

export const rosterRows = pgTable(
  'roster_rows',
  {
    rosterId: uuid('roster_id')
      .notNull()
      .references(() => rosters.id, { onDelete: 'cascade' }),
    /** The line of the file, from 1; a row that a sync adds has a line after the last. */
    line: integer('line').notNull(),
    cells: jsonb('cells').$type<string[]>().notNull(),
    email: text('email'),
    name: text('name'),
    externalId: text('external_id'),
    outcome: text('outcome').notNull(),
    /** Whose account it is; null for who has none. */
    userId: uuid('user_id').references(() => users.id),
    /** What committing does to the person; null for nothing. */
    move: jsonb('move').$type<BatchMove>(),
    /** Per column what is wrong or will change. */
    notes: jsonb('notes').$type<RowNote[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.rosterId, t.line] }),
    index('roster_rows_outcome_idx').on(t.rosterId, t.outcome, t.line),
  ],
);

/** A reminder that was sent: the key says what it was about, so that none is sent twice. */
export const reminders = pgTable(
  'reminders',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    enrollmentId: uuid('enrollment_id').notNull(),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    batchId: uuid('batch_id').references(() => enrollmentBatches.id),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('reminders_once_key').on(t.enrollmentId, t.kind, t.key),
    index('reminders_batch_idx').on(t.batchId),
  ],
);

/** The filters of a table that somebody wants to come back to. */
export const savedViews = pgTable(
  'saved_views',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    room: text('room').notNull(),
    name: text('name').notNull(),
    /** The query of the address, without the page. */
    query: text('query').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('saved_views_name_key').on(t.userId, t.room, t.name)],
);
