import { and, eq, isNull, sql } from 'drizzle-orm';
import type { SiteRole } from '@/rules/accounts/roles';
import type { Db } from '../client';
import { users } from '../schema';

/** A person by their normalised address, with what signing in needs. */
export async function userByEmail(db: Db, email: string) {
  const [row] = await db.select().from(users).where(eq(users.email, email));
  return row ?? null;
}

/** The account of a person, for what they do to it themselves. */
export async function accountOf(db: Db, userId: string) {
  const [row] = await db
    .select({
      ownerId: users.id,
      email: users.email,
      passwordHash: users.passwordHash,
      confirmed: sql<boolean>`${users.emailConfirmedAt} is not null`,
      suspended: sql<boolean>`${users.suspendedAt} is not null`,
      quiet: users.quiet,
    })
    .from(users)
    .where(eq(users.id, userId));
  return row ?? null;
}

type NewUser = { email: string; name: string; passwordHash: string; role?: SiteRole; confirmed?: boolean };

/** Makes an account. @returns its id, or null when the address has one: the unique key decides. */
export async function recordUser(db: Db, { confirmed, ...user }: NewUser): Promise<string | null> {
  const emailConfirmedAt = confirmed ? (sql`now()` as never) : null;
  const [row] = await db
    .insert(users)
    .values({ ...user, emailConfirmedAt })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  return row?.id ?? null;
}

const nextVersion = sql`${users.version} + 1`;

/** Sets a password. Whoever has one has claimed the account. */
export async function setPasswordHash(db: Db, userId: string, passwordHash: string): Promise<void> {
  await db
    .update(users)
    .set({ passwordHash, unclaimedSince: null, version: nextVersion })
    .where(eq(users.id, userId));
}

export async function setName(db: Db, userId: string, name: string): Promise<void> {
  await db.update(users).set({ name, version: nextVersion }).where(eq(users.id, userId));
}

/** Notes that the address is theirs; the first time stays. */
export async function setEmailConfirmed(db: Db, userId: string): Promise<void> {
  await db
    .update(users)
    .set({ emailConfirmedAt: sql`now()`, version: nextVersion })
    .where(and(eq(users.id, userId), isNull(users.emailConfirmedAt)));
}

/** Notes whether they want no reminders. */
export async function setQuietOf(db: Db, userId: string, quiet: boolean): Promise<void> {
  await db.update(users).set({ quiet, version: nextVersion }).where(eq(users.id, userId));
}
