import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { claimLevels, claimModes } from '@/rules/claims/entry';
import { createdAt, instant } from './columns';
import { enrollments } from './learning';

/**
 * The claim log of an enrollment, entry by entry. An entry is kept as it is typed, so anything in it may be
 * missing; one that was taken out is kept to be put back.
 */
export const claimEntries = pgTable(
  'claim_entries',
  {
    /** Made by the page that began it, so that a save that arrives twice makes one entry. */
    id: uuid('id').primaryKey(),
    enrollmentId: uuid('enrollment_id')
      .notNull()
      .references(() => enrollments.id),
    lessonId: text('lesson_id').notNull(),
    claim: text('claim').notNull(),
    speaker: text('speaker').notNull(),
    mode: text('mode', { enum: ['', ...claimModes] }).notNull(),
    evidence: text('evidence').notNull(),
    level: text('level', { enum: ['', ...claimLevels] }).notNull(),
    change: text('change').notNull(),
    passage: text('passage').notNull(),
    /** Raised with every save; a save names the one it began from. */
    revision: integer('revision').notNull().default(1),
    /** Of the page that saved last: it may save again without having heard of its own revision. */
    writer: uuid('writer').notNull(),
    savedAt: instant('saved_at').notNull().defaultNow(),
    deletedAt: instant('deleted_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('claim_entries_log_idx').on(t.enrollmentId, t.createdAt, t.id),
    check(
      'claim_entries_words',
      sql`length(${t.claim}) <= 1000 and length(${t.speaker}) <= 300 and length(${t.evidence}) <= 3000 and length(${t.change}) <= 1000`,
    ),
  ],
);
