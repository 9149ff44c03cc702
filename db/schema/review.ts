import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Answer } from '@/rules/learning/evidence';
import type { Memory } from '@/rules/review/memory';
import { cardSources, ratings } from '@/rules/review/ratings';
import { users } from './accounts';
import { createdAt, id, instant } from './columns';
import { editions } from './courses';
import { enrollments } from './learning';
import { oneOf } from './one-of';

/** Whether a person takes the daily review, and how much of it; without a row they were never asked. */
export const reviewSettings = pgTable(
  'review_settings',
  {
    userId: uuid('user_id')
      .primaryKey()
      .references(() => users.id),
    isOn: boolean('is_on').notNull(),
    perDay: smallint('per_day').notNull().default(20),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [check('review_settings_per_day', sql`${t.perDay} between 1 and 100`)],
);

/**
 * What a learner reviews: a question they missed, or a term they chose. What is remembered of it is a projection of
 * `review_log`. Days are those of the zone in which the course is learned.
 */
export const reviewCards = pgTable(
  'review_cards',
  {
    id: id(),
    enrollmentId: uuid('enrollment_id')
      .notNull()
      .references(() => enrollments.id),
    source: text('source', { enum: cardSources }).notNull(),
    /** The lesson of the question, or the one in which the term was chosen. */
    lessonId: text('lesson_id').notNull(),
    /** The id of the question in its lesson, or of the term. */
    ref: text('ref').notNull(),
    /** The edition it was made from; what is asked is always that of the learner's own edition. */
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    stability: doublePrecision('stability'),
    difficulty: doublePrecision('difficulty'),
    reps: integer('reps').notNull().default(0),
    lapses: integer('lapses').notNull().default(0),
    reviewedOn: date('reviewed_on', { mode: 'string' }),
    /** The day on which the learner put it off until the next. */
    asideOn: date('aside_on', { mode: 'string' }),
    /** Since when the learner does not want it any more. */
    stoppedAt: instant('stopped_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('review_cards_enrollment_idx').on(t.enrollmentId),
    uniqueIndex('review_cards_question_key')
      .on(t.enrollmentId, t.lessonId, t.ref)
      .where(sql`source = 'question'`),
    uniqueIndex('review_cards_term_key').on(t.enrollmentId, t.ref).where(sql`source = 'term'`),
    check('review_cards_source', oneOf(t.source, cardSources)),
    check('review_cards_new', sql`(${t.reviewedOn} is null) = (${t.reps} = 0)`),
    check('review_cards_memory', sql`(${t.reviewedOn} is null) = (${t.stability} is null)`),
    check('review_cards_later', sql`${t.reviewedOn} < ${t.dueOn}`),
  ],
);

/** Every review of a card: appended, never changed. */
export const reviewLog = pgTable(
  'review_log',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    cardId: uuid('card_id')
      .notNull()
      .references(() => reviewCards.id),
    /** The same review sent twice carries the same key and counts once. */
    key: uuid('key').notNull(),
    rating: text('rating', { enum: ratings }).notNull(),
    /** The day of it in the zone of the course. */
    on: date('on', { mode: 'string' }).notNull(),
    /** An earlier row of the same day that this says better. */
    replaces: bigint('replaces', { mode: 'number' }),
    answer: jsonb('answer').$type<Answer>(),
    correct: boolean('correct'),
    before: jsonb('before').$type<Memory>(),
    after: jsonb('after').$type<Memory>().notNull(),
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('review_log_once_key').on(t.cardId, t.key),
    // A card is reviewed once a day, and a review is said better once at a time.
    uniqueIndex('review_log_day_key').on(t.cardId, t.on).where(sql`replaces is null`),
    uniqueIndex('review_log_replaces_key').on(t.replaces).where(sql`replaces is not null`),
    index('review_log_card_idx').on(t.cardId, t.id),
    foreignKey({ columns: [t.replaces], foreignColumns: [t.id], name: 'review_log_replaces_fk' }),
    check('review_log_rating', oneOf(t.rating, ratings)),
  ],
);
