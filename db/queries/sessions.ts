import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { lifetimes } from '@/rules/accounts/accounts';
import type { Db } from '../client';
import { sessions, users } from '../schema';
import { teaches } from './teaches';

const { student, instructor } = lifetimes.sessionHours;

/** Not revoked, not idle too long, not older than the role allows, and the person not suspended. */
const live = and(
  isNull(sessions.revokedAt),
  isNull(users.suspendedAt),
  sql`${sessions.lastSeenAt} > now() - make_interval(hours => ${sql.raw(String(lifetimes.sessionIdleHours))})`,
  sql`${sessions.createdAt} > now() - make_interval(hours => case when ${users.role} = 'student' then ${sql.raw(String(student))} else ${sql.raw(String(instructor))} end)`,
);

const viewed = alias(users, 'viewed');

/**
 * The session of a cookie with its person, both as they are at this moment; null when it does not hold.
 * `viewed` is whose pages it is set to show, in the same query.
 */
export async function liveSession(db: Db, tokenHash: string) {
  const [row] = await db
    .select({
      sessionId: sessions.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      emailConfirmed: sql<boolean>`${users.emailConfirmedAt} is not null`,
      stale: sql<boolean>`${sessions.lastSeenAt} < now() - interval '5 minutes'`,
      viewed: {
        userId: viewed.id,
        name: viewed.name,
        email: viewed.email,
        role: viewed.role,
        emailConfirmed: sql<boolean>`${viewed.emailConfirmedAt} is not null`,
        teaches: sql<boolean>`${viewed.id} is not null and ${teaches(viewed.id)}`,
        suspended: sql<boolean>`${viewed.suspendedAt} is not null`,
      },
      until: sessions.viewingUntil,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(viewed, and(eq(viewed.id, sessions.viewingAs), sql`${sessions.viewingUntil} > now()`))
    .where(and(eq(sessions.tokenHash, tokenHash), live));
  if (!row) return null;
  const { viewed: person, until, ...session } = row;
  return { ...session, viewed: person?.userId && until ? { ...person, until } : null };
}

/** Notes that the password was given again in this session. */
export async function setProven(db: Db, sessionId: string): Promise<void> {
  await db.update(sessions).set({ steppedUpAt: sql`now()` }).where(eq(sessions.id, sessionId));
}

/** Whether the password was given again in this session a moment ago. What is no session has never proven anything. */
export async function isProven(db: Db, sessionId: string): Promise<boolean> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(sessionId)) return false;
  const within = sql.raw(`interval '${lifetimes.provenMinutes} minutes'`);
  const [row] = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), sql`${sessions.steppedUpAt} > now() - ${within}`));
  return row !== undefined;
}

/** Sets a session to show the pages of somebody else for a while. @returns until when. */
export async function setViewing(db: Db, sessionId: string, userId: string): Promise<Date> {
  const within = sql.raw(`interval '${lifetimes.viewingMinutes} minutes'`);
  const [row] = await db
    .update(sessions)
    .set({ viewingAs: userId, viewingUntil: sql`now() + ${within}` })
    .where(eq(sessions.id, sessionId))
    .returning({ until: sessions.viewingUntil });
  if (!row?.until) throw new Error('the session is not there');
  return row.until;
}

/** Whose pages a session was set to show, also when the time is over; with whose session it is. */
export async function viewingOf(db: Db, sessionId: string) {
  const [row] = await db
    .select({ id: sessions.id, ownerId: sessions.userId, viewingAs: sessions.viewingAs })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  return row ?? null;
}

/** A session shows its own person's pages again. */
export async function clearViewing(db: Db, sessionId: string): Promise<void> {
  await db.update(sessions).set({ viewingAs: null, viewingUntil: null }).where(eq(sessions.id, sessionId));
}

/** Notes that a session is in use; called at most every few minutes. */
export async function setSessionSeen(db: Db, sessionId: string): Promise<void> {
  await db.update(sessions).set({ lastSeenAt: sql`now()` }).where(eq(sessions.id, sessionId));
}

type NewSession = { tokenHash: string; userId: string; userAgent: string; ip: string | null };

export async function recordSession(db: Db, session: NewSession): Promise<string> {
  const [row] = await db.insert(sessions).values(session).returning({ id: sessions.id });
  if (!row) throw new Error('the session was not stored');
  return row.id;
}

/** The live sessions of a person, the one last used first. */
export function sessionsOf(db: Db, userId: string) {
  return db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      ip: sessions.ip,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.userId, userId), live))
    .orderBy(desc(sessions.lastSeenAt));
}

/** Whose session it is, ended ones too: ending one twice is no mistake. */
export async function sessionOwner(db: Db, sessionId: string) {
  const [row] = await db
    .select({ id: sessions.id, ownerId: sessions.userId })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  return row ?? null;
}

/** Ends a session; the first time stays. */
export async function revokeSession(db: Db, sessionId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
}

/** Signs a person out everywhere, or everywhere but in one session. */
export async function revokeSessionsOf(db: Db, userId: string, except?: string): Promise<void> {
  const others = except ? ne(sessions.id, except) : undefined;
  await db
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), others));
}
