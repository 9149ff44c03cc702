import { and, asc, count, desc, eq, ilike, isNull, or, sql } from 'drizzle-orm';
import type { SiteRole } from '@/rules/roles';
import type { Db } from '../client';
import { auditLog, users } from '../schema';
import { teaches } from './teaches';

const columns = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  confirmed: sql<boolean>`${users.emailConfirmedAt} is not null`,
  suspended: sql<boolean>`${users.suspendedAt} is not null`,
  createdAt: users.createdAt,
  version: users.version,
};

/** A person as administrators see them. */
export async function personById(db: Db, userId: string) {
  const [row] = await db
    .select({ ...columns, teaches: teaches(users.id) })
    .from(users)
    .where(eq(users.id, userId));
  return row ?? null;
}

/** Letters of every alphabet by Unicode, also where the database itself was made with the C locale. */
const name = sql`${users.name} collate "und-x-icu"`;

type Filter = { search: string; role: SiteRole | null };

function matching({ search, role }: Filter) {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return and(
    search === '' ? undefined : or(ilike(name, like), ilike(users.email, like)),
    role ? eq(users.role, role) : undefined,
  );
}

/** People whose name or address contains the search, by name. */
export function people(db: Db, filter: Filter, page: { limit: number; offset: number }) {
  return db
    .select(columns)
    .from(users)
    .where(matching(filter))
    .orderBy(asc(name), asc(users.id))
    .limit(page.limit)
    .offset(page.offset);
}

export async function countPeople(db: Db, filter: Filter): Promise<number> {
  const [row] = await db.select({ total: count() }).from(users).where(matching(filter));
  return row?.total ?? 0;
}

const isActiveAdmin = and(eq(users.role, 'admin'), isNull(users.suspendedAt));

/** Who is an administrator now and not suspended. */
export async function adminIds(db: Db): Promise<string[]> {
  const rows = await db.select({ id: users.id }).from(users).where(isActiveAdmin);
  return rows.map((row) => row.id);
}

/** The same, held until the transaction ends: two administrators cannot remove each other at once. */
export async function lockedAdminIds(db: Db): Promise<string[]> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(isActiveAdmin)
    .orderBy(asc(users.id))
    .for('update');
  return rows.map((row) => row.id);
}

const nextVersion = sql`${users.version} + 1`;

/** Changes a role if nobody changed the person since `version` was read. @returns whether it did. */
export async function setRole(db: Db, userId: string, role: SiteRole, version: number): Promise<boolean> {
  const rows = await db
    .update(users)
    .set({ role, version: nextVersion })
    .where(and(eq(users.id, userId), eq(users.version, version)))
    .returning({ id: users.id });
  return rows.length > 0;
}

/** Shuts a person out or lets them in again. @returns whether that changed anything. */
export async function setSuspended(db: Db, userId: string, suspended: boolean): Promise<boolean> {
  const rows = await db
    .update(users)
    .set({ suspendedAt: suspended ? sql`now()` : null, version: nextVersion })
    .where(and(eq(users.id, userId), sql`(${users.suspendedAt} is not null) = ${!suspended}`))
    .returning({ id: users.id });
  return rows.length > 0;
}

/** What the audit log says of a person, newest first. */
export function auditOfPerson(db: Db, userId: string, limit: number) {
  return db
    .select({
      id: auditLog.id,
      at: auditLog.at,
      action: auditLog.action,
      detail: auditLog.detail,
      actorId: auditLog.actorId,
      by: users.name,
    })
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.actorId))
    .where(eq(auditLog.object, `user:${userId}`))
    .orderBy(desc(auditLog.id))
    .limit(limit);
}

/** How many people have each role on the site. */
export async function countByRole(db: Db): Promise<Partial<Record<SiteRole, number>>> {
  const rows = await db.select({ role: users.role, total: count() }).from(users).groupBy(users.role);
  return Object.fromEntries(rows.map(({ role, total }) => [role, total]));
}
