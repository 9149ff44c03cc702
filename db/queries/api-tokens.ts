import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { ApiScope } from '@/rules/accounts/api-scopes';
import type { Db } from '../client';
import { apiAnswers, apiTokens, users } from '../schema';

/** A key that holds now, with its maker as they are at this moment; null when it does not, or they are shut out. */
export async function liveToken(db: Db, tokenHash: string) {
  const [row] = await db
    .select({
      tokenId: apiTokens.id,
      scopes: sql<ApiScope[]>`${apiTokens.scopes}`,
      stale: sql<boolean>`${apiTokens.lastUsedAt} is null or ${apiTokens.lastUsedAt} < now() - interval '1 minute'`,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      emailConfirmed: sql<boolean>`${users.emailConfirmedAt} is not null`,
    })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.createdBy))
    .where(
      and(
        eq(apiTokens.tokenHash, tokenHash),
        isNull(apiTokens.revokedAt),
        sql`${apiTokens.expiresAt} > now()`,
        isNull(users.suspendedAt),
      ),
    );
  return row ?? null;
}

/** Notes that a key is in use; called at most once a minute. */
export async function setTokenUsed(db: Db, tokenId: string): Promise<void> {
  await db.update(apiTokens).set({ lastUsedAt: sql`now()` }).where(eq(apiTokens.id, tokenId));
}

type NewToken = {
  name: string;
  tokenHash: string;
  hint: string;
  createdBy: string;
  scopes: ApiScope[];
  days: number;
};

/** Makes a key that lives for so many days. @returns its id. */
export async function recordToken(db: Db, { days, ...token }: NewToken): Promise<string> {
  const expiresAt = sql`now() + make_interval(days => ${days}::int)` as never;
  const [row] = await db
    .insert(apiTokens)
    .values({ ...token, expiresAt })
    .returning({ id: apiTokens.id });
  if (!row) throw new Error('the key was not stored');
  return row.id;
}

const listed = {
  id: apiTokens.id,
  name: apiTokens.name,
  hint: apiTokens.hint,
  scopes: sql<ApiScope[]>`${apiTokens.scopes}`,
  by: users.name,
  createdAt: apiTokens.createdAt,
  expiresAt: apiTokens.expiresAt,
  revokedAt: apiTokens.revokedAt,
  lastUsedAt: apiTokens.lastUsedAt,
};

/** Every key, never its secret: the newest first. */
export function tokens(db: Db, limit: number) {
  return db
    .select(listed)
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.createdBy))
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id))
    .limit(limit);
}

export async function tokenById(db: Db, id: string) {
  const [row] = await db
    .select({ id: apiTokens.id, name: apiTokens.name })
    .from(apiTokens)
    .where(eq(apiTokens.id, id));
  return row ?? null;
}

/** Ends a key for good; the first time stays. @returns whether that changed anything. */
export async function setTokenRevoked(db: Db, id: string): Promise<boolean> {
  const rows = await db
    .update(apiTokens)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id });
  return rows.length > 0;
}

export type ApiRequest = { tokenId: string; key: string; requestHash: string };

/**
 * Takes a key of a write for this request. A second request with the same key waits here until the first is
 * through. @returns null when the key is new, else what was asked with it, and what was answered.
 */
export async function takeRequestKey(db: Db, request: ApiRequest) {
  const made = await db
    .insert(apiAnswers)
    .values(request)
    .onConflictDoNothing()
    .returning({ key: apiAnswers.key });
  if (made.length > 0) return null;
  const [known] = await db
    .select({ requestHash: apiAnswers.requestHash, answer: apiAnswers.answer })
    .from(apiAnswers)
    .where(and(eq(apiAnswers.tokenId, request.tokenId), eq(apiAnswers.key, request.key)));
  return known ?? null;
}

/** Keeps the answer to a write with its key. */
export async function setRequestAnswer(db: Db, request: ApiRequest, answer: unknown): Promise<void> {
  await db
    .update(apiAnswers)
    .set({ answer })
    .where(and(eq(apiAnswers.tokenId, request.tokenId), eq(apiAnswers.key, request.key)));
}

/** Forgets answers that are older than so many hours. */
export async function clearOldAnswers(db: Db, hours: number): Promise<void> {
  await db.delete(apiAnswers).where(sql`${apiAnswers.at} < now() - make_interval(hours => ${hours}::int)`);
}
