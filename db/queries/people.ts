import { and, asc, count, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { PeopleFilter, PeopleSort, PersonStatus } from '@/rules/accounts/people-filter';
import type { SiteRole } from '@/rules/accounts/roles';
import { mostCounted, type TableOrder } from '@/rules/tables/table-view';
import type { Db } from '../client';
import { auditLog, users } from '../schema';
import { emailContains, instantKey, keyset, nameContains, nameOrder, textKey } from './keyset';
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

const ofStatus: Record<PersonStatus, SQL | undefined> = {
  suspended: isNotNull(users.suspendedAt),
  unclaimed: and(isNull(users.suspendedAt), isNotNull(users.unclaimedSince)),
  unconfirmed: and(isNull(users.suspendedAt), isNull(users.unclaimedSince), isNull(users.emailConfirmedAt)),
  active: and(isNull(users.suspendedAt), isNull(users.unclaimedSince), isNotNull(users.emailConfirmedAt)),
};

function matching({ search, role, status }: PeopleFilter) {
  return and(
    search === '' ? undefined : or(nameContains(search), emailContains(search)),
    role ? eq(users.role, role) : undefined,
    status ? ofStatus[status] : undefined,
  );
}

/** People whose name or address contains the search: a page, or the next part of an export. */
export async function people(db: Db, filter: PeopleFilter, order: TableOrder<PeopleSort>, limit: number) {
  const by = order.sort === 'name' ? textKey(nameOrder) : instantKey(sql`${users.createdAt}`);
  const { where, orderBy, reversed } = keyset(order, by, sql`${users.id}`);
  const rows = await db
    .select({
      ...columns,
      unclaimed: sql<boolean>`${users.unclaimedSince} is not null`,
      externalId: users.externalId,
      key: by.key,
    })
    .from(users)
    .where(and(matching(filter), where))
    .orderBy(...orderBy)
    .limit(limit);
  return reversed ? rows.reverse() : rows;
}

/** How many match, counted no further than one more than a page names. */
export async function countPeople(db: Db, filter: PeopleFilter): Promise<number> {
  const some = db
    .select({ one: sql<number>`1` })
    .from(users)
    .where(matching(filter))
    .limit(mostCounted + 1);
  const [row] = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from ${some} as counted`,
  );
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
