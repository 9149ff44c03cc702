import { sql } from 'drizzle-orm';
import {
  bigint,
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
import { users } from './accounts';
import { createdAt, id, instant } from './columns';
import { oneOf } from './one-of';

/** Who did what to which object: appended in the transaction of the deed, never changed. */
export const auditLog = pgTable(
  'audit_log',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull().defaultNow(),
    /** Null when nobody was signed in (a registration, a reset link) or the platform acted itself. */
    actorId: uuid('actor_id'),
    action: text('action').notNull(),
    object: text('object').notNull(),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
    /**
     * The row's place in the chain and the hash over it and the hash before it, set by a trigger: a row that
     * is altered, taken out or slipped in breaks the chain. `npm run audit:verify` walks it.
     */
    seq: bigint('seq', { mode: 'number' }),
    hash: text('hash'),
  },
  (t) => [
    index('audit_log_object_idx').on(t.object, t.id),
    index('audit_log_actor_idx').on(t.actorId, t.id),
    index('audit_log_action_idx').on(t.action, t.id),
    index('audit_log_at_idx').on(t.at),
    uniqueIndex('audit_log_seq_key').on(t.seq),
  ],
);

export const outboxStates = ['waiting', 'sent', 'dead'] as const;

/** Mail written in the same transaction as its reason; a leased worker delivers it after the commit. */
export const outbox = pgTable(
  'outbox',
  {
    id: id(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    state: text('state', { enum: outboxStates }).notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: instant('next_attempt_at').notNull().defaultNow(),
    lastError: text('last_error'),
    createdAt: createdAt(),
    sentAt: instant('sent_at'),
  },
  (t) => [
    index('outbox_due_idx').on(t.nextAttemptAt).where(sql`state = 'waiting'`),
    index('outbox_created_idx').on(t.createdAt),
    check('outbox_state_check', oneOf(t.state, outboxStates)),
  ],
);

/** Counters of the sign-in and mail limits: shared by all replicas, kept over a restart. */
export const rateLimits = pgTable('rate_limits', {
  key: text('key').primaryKey(),
  points: integer('points').notNull(),
  expiresAt: instant('expires_at'),
});

/** A key for another system: acts as whoever made it, within its scopes, until it expires or is revoked. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    id: id(),
    name: text('name').notNull(),
    /** SHA-256 of the secret, which is shown once and kept nowhere. */
    tokenHash: text('token_hash').notNull(),
    /** The first characters of the secret, to tell tokens apart. */
    hint: text('hint').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    scopes: text('scopes').array().notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    lastUsedAt: instant('last_used_at'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('api_tokens_hash_key').on(t.tokenHash), index('api_tokens_owner_idx').on(t.createdBy)],
);

/** What the API answered to a write that named a key, so that asking again with the same key does nothing new. */
export const apiAnswers = pgTable(
  'api_answers',
  {
    tokenId: uuid('token_id')
      .notNull()
      .references(() => apiTokens.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    /** SHA-256 of the method, address and body: another request may not take the same key. */
    requestHash: text('request_hash').notNull(),
    answer: jsonb('answer').$type<unknown>(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.tokenId, t.key] }), index('api_answers_at_idx').on(t.at)],
);
