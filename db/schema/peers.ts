import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
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
import type { Scores } from '@/rules/work/rubric';
import { id, instant } from './columns';
import { enrollments } from './learning';
import { submissions } from './work';

/**
 * The review of a version by another learner: taken until a time, and finished once. Nobody reviews the same twice,
 * or what they wrote themselves.
 */
export const peerReviews = pgTable(
  'peer_reviews',
  {
    id: id(),
    submissionId: uuid('submission_id').notNull(),
    /** Whose the version is: held to the version by the key of both. */
    writerId: uuid('writer_id').notNull(),
    reviewerId: uuid('reviewer_id')
      .notNull()
      .references(() => enrollments.id),
    claimedUntil: instant('claimed_until').notNull(),
    scores: jsonb('scores').$type<Scores>().notNull().default({}),
    /** What is said of each criterion. */
    comments: jsonb('comments').$type<Record<string, string>>().notNull().default({}),
    /** What it weighs, in millionths: fixed when it is finished. */
    weight: integer('weight').notNull().default(0),
    finishedAt: instant('finished_at'),
    /** What its reader says of it: whether it helped, and why a grader should look at it. */
    helpful: boolean('helpful'),
    disputedAt: instant('disputed_at'),
    dispute: text('dispute').notNull().default(''),
    answeredAt: instant('answered_at'),
    answer: text('answer').notNull().default(''),
  },
  (t) => [
    foreignKey({
      name: 'peer_reviews_submission_fk',
      columns: [t.submissionId, t.writerId],
      foreignColumns: [submissions.id, submissions.enrollmentId],
    }),
    uniqueIndex('peer_reviews_key').on(t.submissionId, t.reviewerId),
    index('peer_reviews_reviewer_idx').on(t.reviewerId),
    index('peer_reviews_disputed_idx')
      .on(t.submissionId)
      .where(sql`disputed_at is not null and answered_at is null`),
    check('peer_reviews_not_own', sql`${t.writerId} <> ${t.reviewerId}`),
    check('peer_reviews_weight', sql`${t.weight} between 0 and 1000000`),
    check('peer_reviews_answered', sql`${t.answeredAt} is null or ${t.disputedAt} is not null`),
    check('peer_reviews_texts', sql`length(${t.dispute}) <= 2000 and length(${t.answer}) <= 2000`),
  ],
);

/** What somebody gave a sample before they review others, and how near they came: once each. */
export const peerSamples = pgTable(
  'peer_samples',
  {
    enrollmentId: uuid('enrollment_id')
      .notNull()
      .references(() => enrollments.id),
    lessonId: text('lesson_id').notNull(),
    sample: smallint('sample').notNull(),
    scores: jsonb('scores').$type<Scores>().notNull(),
    /** In millionths. */
    near: integer('near').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.enrollmentId, t.lessonId, t.sample] }),
    check('peer_samples_near', sql`${t.near} between 0 and 1000000`),
  ],
);
