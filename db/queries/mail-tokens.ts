import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { mailTokens, type tokenPurposes } from '../schema';

export type TokenPurpose = (typeof tokenPurposes)[number];
type NewToken = { tokenHash: string; purpose: TokenPurpose; userId: string; minutes: number };

const unused = (tokenHash: string, purpose: TokenPurpose) =>
  and(
    eq(mailTokens.tokenHash, tokenHash),
    eq(mailTokens.purpose, purpose),
    isNull(mailTokens.usedAt),
    gt(mailTokens.expiresAt, sql`now()`),
  );

/** Stores the hash of a link's secret, valid from now for some minutes. */
export async function recordMailToken(db: Db, { minutes, ...token }: NewToken): Promise<void> {
  const expiresAt = sql`now() + make_interval(mins => ${minutes})`;
  await db.insert(mailTokens).values({ ...token, expiresAt: expiresAt as never });
}

/** Uses up a link, once: of two at the same moment one gets null. @returns whose link it was. */
export async function setTokenUsed(db: Db, tokenHash: string, purpose: TokenPurpose): Promise<string | null> {
  const [row] = await db
    .update(mailTokens)
    .set({ usedAt: sql`now()` })
    .where(unused(tokenHash, purpose))
    .returning({ userId: mailTokens.userId });
  return row?.userId ?? null;
}

/** Whether a link would still work; it is not used up by asking. */
export async function isTokenUnused(db: Db, tokenHash: string, purpose: TokenPurpose): Promise<boolean> {
  const rows = await db.select({ id: mailTokens.id }).from(mailTokens).where(unused(tokenHash, purpose));
  return rows.length > 0;
}

/** Makes every open link of a person for one purpose worthless. */
export async function setTokensUsed(db: Db, userId: string, purpose: TokenPurpose): Promise<void> {
  await db
    .update(mailTokens)
    .set({ usedAt: sql`now()` })
    .where(and(eq(mailTokens.userId, userId), eq(mailTokens.purpose, purpose), isNull(mailTokens.usedAt)));
}
