import { sql } from 'drizzle-orm';
import {
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
import { type Confidence, confidences } from '@/rules/assessment/confidence';
import type { QuizRules } from '@/rules/assessment/quiz';
import type { Answer } from '@/rules/learning/evidence';
import type { Scores } from '@/rules/work/rubric';
import { users } from './accounts';
import { id, instant, version } from './columns';
import { editions } from './courses';
import { enrollments } from './learning';
import { oneOf } from './one-of';

/**
 * One try of a learner at a quiz. What it asks and by which rules is fixed when it starts: a newer edition
 * changes neither. Points are in millionths.
 */
export const attempts = pgTable(
  'attempts',
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
    rules: jsonb('rules').$type<QuizRules>().notNull(),
    /** From which the questions were drawn: 32 hexadecimal digits. */
    seed: text('seed').notNull(),
    /** The ids of the questions, in the order in which they are asked. */
    questions: text('questions').array().notNull(),
    startedAt: instant('started_at').notNull().defaultNow(),
    /** From when on nothing is taken in any more; null where there is no end. */
    dueAt: instant('due_at'),
    submittedAt: instant('submitted_at'),
    submittedBy: text('submitted_by', { enum: ['learner', 'clock'] }),
    /** How many of its answers wait for a person: as long as there is one, it came to nothing yet. */
    toMark: smallint('to_mark').notNull().default(0),
    /** Until when it is promised to be marked, where something is promised; when the owners of the course are told, and were. */
    backAt: instant('back_at'),
    escalateAt: instant('escalate_at'),
    escalatedAt: instant('escalated_at'),
    earned: integer('earned'),
    possible: integer('possible'),
    /** The same with the corrections that hold now; null where there are none. */
    correctedEarned: integer('corrected_earned'),
    correctedPossible: integer('corrected_possible'),
    /** How many hints were taken, and what they took of what was earned; of it `earned` is what is left. */
    hintsTaken: smallint('hints_taken').notNull().default(0),
    hintsTook: integer('hints_took').notNull().default(0),
    /** Since when the learner sees what it came to; null while it is under way, or waits for its release. */
    releasedAt: instant('released_at'),
    /** Since when the ledger has it: what is released or corrected later is written there by a job. */
    recordedAt: instant('recorded_at'),
  },
  (t) => [
    uniqueIndex('attempts_number_key').on(t.enrollmentId, t.lessonId, t.number),
    // Twenty starts at once come to one attempt.
    uniqueIndex('attempts_open_key').on(t.enrollmentId, t.lessonId).where(sql`submitted_at is null`),
    index('attempts_due_idx').on(t.dueAt).where(sql`submitted_at is null`),
    index('attempts_unrecorded_idx')
      .on(t.releasedAt)
      .where(sql`released_at is not null and recorded_at is null`),
    index('attempts_escalate_idx').on(t.escalateAt).where(sql`to_mark > 0 and escalated_at is null`),
    index('attempts_edition_idx').on(t.editionId, t.lessonId),
    check('attempts_submitted', sql`(${t.submittedAt} is null) = (${t.submittedBy} is null)`),
    check('attempts_marked', sql`(${t.submittedAt} is null or ${t.toMark} > 0) = (${t.earned} is null)`),
    check(
      'attempts_to_mark',
      sql`${t.toMark} = 0 or (${t.submittedAt} is not null and ${t.releasedAt} is null)`,
    ),
    check('attempts_points', sql`${t.earned} between 0 and ${t.possible}`),
    check('attempts_corrected', sql`${t.correctedEarned} between 0 and ${t.correctedPossible}`),
  ],
);

/**
 * The answer to one question of an attempt: the newest revision, and what it was marked with, before what hints
 * took of it.
 */
export const attemptAnswers = pgTable(
  'attempt_answers',
  {
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id),
    blockId: text('block_id').notNull(),
    answer: jsonb('answer').$type<Answer>().notNull(),
    /** Counted by whoever answers: what arrives late and is older changes nothing. */
    revision: integer('revision').notNull(),
    savedAt: instant('saved_at').notNull().defaultNow(),
    /** How sure its giver said they are; null where they did not say. */
    confidence: text('confidence').$type<Confidence>(),
    earned: integer('earned'),
  },
  (t) => [
    primaryKey({ columns: [t.attemptId, t.blockId] }),
    check('attempt_answers_confidence', oneOf(t.confidence, confidences)),
    check('attempt_answers_earned', sql`${t.earned} between 0 and 1000000`),
  ],
);

/**
 * Hints that were taken, one row each, for ever: of a question of an attempt, or of a check question of a lesson. The
 * cost is the one that was shown.
 */
export const takenHints = pgTable(
  'taken_hints',
  {
    id: id(),
    enrollmentId: uuid('enrollment_id')
      .notNull()
      .references(() => enrollments.id),
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    lessonId: text('lesson_id').notNull(),
    /** Null where it is a check question. */
    attemptId: uuid('attempt_id').references(() => attempts.id),
    blockId: text('block_id').notNull(),
    number: smallint('number').notNull(),
    /** Percent of the question's points. */
    cost: smallint('cost').notNull(),
    takenAt: instant('taken_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('taken_hints_attempt_key')
      .on(t.attemptId, t.blockId, t.number)
      .where(sql`attempt_id is not null`),
    uniqueIndex('taken_hints_lesson_key')
      .on(t.enrollmentId, t.lessonId, t.blockId, t.number)
      .where(sql`attempt_id is null`),
    check('taken_hints_cost', sql`${t.cost} between 0 and 100`),
  ],
);

/** An answer that a person marks: waiting for it, or with what they said of it. The id names it without telling whose it is. */
export const handMarks = pgTable(
  'hand_marks',
  {
    id: id(),
    attemptId: uuid('attempt_id')
      .notNull()
      .references(() => attempts.id),
    blockId: text('block_id').notNull(),
    scores: jsonb('scores').$type<Scores>(),
    comment: text('comment').notNull().default(''),
    /** In millionths of the one point that a question is worth. */
    earned: integer('earned'),
    markedBy: uuid('marked_by').references(() => users.id),
    markedAt: instant('marked_at'),
    version: version(),
  },
  (t) => [
    uniqueIndex('hand_marks_answer_key').on(t.attemptId, t.blockId),
    index('hand_marks_waiting_idx').on(t.attemptId).where(sql`marked_at is null`),
    check('hand_marks_marked', sql`(${t.markedAt} is null) = (${t.earned} is null)`),
    check('hand_marks_earned', sql`${t.earned} between 0 and 1000000`),
    check('hand_marks_comment', sql`length(${t.comment}) <= 20000`),
  ],
);
