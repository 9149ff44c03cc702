import { sql } from 'drizzle-orm';
import { boolean, check, index, inet, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { siteRoles } from '@/rules/accounts/roles';
import { createdAt, id, instant, version } from './columns';
import { oneOf } from './one-of';

export const users = pgTable(
  'users',
  {
    id: id(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    passwordHash: text('password_hash').notNull(),
    role: text('role', { enum: siteRoles }).notNull().default('student'),
    emailConfirmedAt: instant('email_confirmed_at'),
    suspendedAt: instant('suspended_at'),
    /** What the school's own system calls this person. */
    externalId: text('external_id'),
    /** Set while nobody has claimed the account: it was made by an invitation or a roster. */
    unclaimedSince: instant('unclaimed_since'),
    /** Whether the person wants no reminders. Mail about what they did themselves is sent all the same. */
    quiet: boolean('quiet').notNull().default(false),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('users_email_key').on(t.email),
    uniqueIndex('users_external_id_key').on(t.externalId),
    index('users_created_idx').on(t.createdAt, t.id),
    index('users_name_idx').on(t.name),
    check('users_role_check', oneOf(t.role, siteRoles)),
    check('users_email_normal', sql`${t.email} = lower(${t.email})`),
  ],
);

/** One row per signed-in device. The cookie carries the id; only its SHA-256 is stored. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    tokenHash: text('token_hash').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    userAgent: text('user_agent').notNull().default(''),
    ip: inet('ip'),
    createdAt: createdAt(),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    revokedAt: instant('revoked_at'),
    /** When the password was last given on this device for something of weight. */
    steppedUpAt: instant('stepped_up_at'),
    /** Whose pages are shown on this device instead of one's own, read-only, and until when. */
    viewingAs: uuid('viewing_as').references(() => users.id, { onDelete: 'set null' }),
    viewingUntil: instant('viewing_until'),
  },
  (t) => [uniqueIndex('sessions_token_hash_key').on(t.tokenHash), index('sessions_user_idx').on(t.userId)],
);

export const tokenPurposes = ['confirm-email', 'reset-password', 'accept-invitation'] as const;

/** Single-use links sent by mail. Only the SHA-256 of the secret is stored. */
export const mailTokens = pgTable(
  'mail_tokens',
  {
    id: id(),
    tokenHash: text('token_hash').notNull(),
    purpose: text('purpose', { enum: tokenPurposes }).notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The invitation that the link accepts. */
    enrollmentId: uuid('enrollment_id'),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('mail_tokens_hash_key').on(t.tokenHash),
    index('mail_tokens_user_idx').on(t.userId),
    check('mail_tokens_purpose_check', oneOf(t.purpose, tokenPurposes)),
  ],
);
