import { eq, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { users } from '../schema';

/** A person by their normalised address, with what signing in needs. */
export async function userByEmail(db: Db, email: string) {
  const [row] = await db.select().from(users).where(eq(users.email, email));
  return row ?? null;
}

export async function setPasswordHash(db: Db, userId: string, passwordHash: string): Promise<void> {
  await db
    .update(users)
    .set({ passwordHash, version: sql`${users.version} + 1` })
    .where(eq(users.id, userId));
}
