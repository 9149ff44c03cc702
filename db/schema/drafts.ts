import { sql } from 'drizzle-orm';
import {
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
import type { FileProblem } from '@/rules/authoring/course-files';
import { assetTypes } from '@/rules/authoring/course-files';
import { learnerMoves } from '@/rules/editions/moves';
import { users } from './accounts';
import { createdAt, id, instant, version } from './columns';
import { courses, editions } from './courses';
import { oneOf } from './one-of';

/**
 * The draft of a course: the same files as in `content/`, one row each. A file that was deleted keeps its
 * row, so that deleting can be undone.
 */
export const draftFiles = pgTable(
  'draft_files',
  {
    id: id(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    path: text('path').notNull(),
    text: text('text').notNull(),
    updatedBy: uuid('updated_by').references(() => users.id),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    deletedAt: instant('deleted_at'),
    /** What was deleted together is restored together. */
    deletion: uuid('deletion'),
    version: version(),
  },
  (t) => [
    uniqueIndex('draft_files_path_key').on(t.courseId, t.path).where(sql`deleted_at is null`),
    index('draft_files_deletion_idx').on(t.courseId, t.deletion).where(sql`deletion is not null`),
    check('draft_files_size', sql`octet_length(${t.text}) <= 4194304`),
    check('draft_files_path_length', sql`length(${t.path}) between 1 and 200`),
  ],
);

/** A picture, document, recording or film, stored once under the hash of its bytes, whoever uses it. */
export const assets = pgTable(
  'assets',
  {
    /** SHA-256, hex. */
    hash: text('hash').primaryKey(),
    type: text('type', { enum: assetTypes }).notNull(),
    bytes: integer('bytes').notNull(),
    width: integer('width'),
    height: integer('height'),
    createdAt: createdAt(),
  },
  (t) => [check('assets_type_check', oneOf(t.type, assetTypes))],
);

/** Under which path a draft uses an asset, as in `![…](assets/chain.png)`. */
export const draftAssets = pgTable(
  'draft_assets',
  {
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    path: text('path').notNull(),
    hash: text('hash')
      .notNull()
      .references(() => assets.hash),
    addedBy: uuid('added_by').references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.courseId, t.path] })],
);

/** The files an edition was compiled from: to compare with, to restore as a draft, to export. Never changed. */
export const editionSources = pgTable('edition_sources', {
  editionId: uuid('edition_id')
    .primaryKey()
    .references(() => editions.id),
  /** Text by path. */
  texts: jsonb('texts').$type<Record<string, string>>().notNull(),
});

/** Which asset an edition uses: who may read the edition may read the asset. Never changed. */
export const editionAssets = pgTable(
  'edition_assets',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    path: text('path').notNull(),
    hash: text('hash')
      .notNull()
      .references(() => assets.hash),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.path] }), index('edition_assets_hash_idx').on(t.hash)],
);

export const publicationStates = ['waiting', 'done', 'failed', 'cancelled'] as const;

/** Publishing at a time to come: what was reviewed then is what is published, whatever the draft is by then. */
export const publications = pgTable(
  'publications',
  {
    id: id(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => courses.id),
    dueAt: instant('due_at').notNull(),
    dueZone: text('due_zone').notNull(),
    note: text('note').notNull().default(''),
    moves: text('moves', { enum: learnerMoves }).notNull(),
    texts: jsonb('texts').$type<Record<string, string>>().notNull(),
    assets: jsonb('assets').$type<Record<string, string>>().notNull().default({}),
    state: text('state', { enum: publicationStates }).notNull().default('waiting'),
    error: text('error'),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: instant('next_attempt_at').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    finishedAt: instant('finished_at'),
    editionId: uuid('edition_id').references(() => editions.id),
  },
  (t) => [
    index('publications_due_idx').on(t.nextAttemptAt).where(sql`state = 'waiting'`),
    uniqueIndex('publications_one_waiting').on(t.courseId).where(sql`state = 'waiting'`),
    check('publications_state_check', oneOf(t.state, publicationStates)),
    check('publications_moves_check', oneOf(t.moves, learnerMoves)),
  ],
);

/** What an import would bring, kept between its dry run and its commit. Swept after a day. */
export const courseImports = pgTable(
  'course_imports',
  {
    id: id(),
    /** Null when it becomes a course of its own. */
    courseId: uuid('course_id').references(() => courses.id),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    name: text('name').notNull(),
    texts: jsonb('texts').$type<Record<string, string>>().notNull(),
    assets: jsonb('assets').$type<Record<string, string>>().notNull().default({}),
    /** What was changed or dropped on the way, and what is wrong. */
    report: jsonb('report').$type<FileProblem[]>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('course_imports_created_idx').on(t.createdAt)],
);

/**
 * Lessons as they were compiled, by the hash of all that went into them, the compiler included: a course
 * that nobody looked at since a start is not compiled again. Any row may go at any time. As text, since
 * the database never looks into it.
 */
export const compiledLessons = pgTable(
  'compiled_lessons',
  {
    hash: text('hash').primaryKey(),
    compiled: text('compiled').notNull(),
    usedAt: instant('used_at').notNull().defaultNow(),
  },
  (t) => [index('compiled_lessons_used_idx').on(t.usedAt)],
);
