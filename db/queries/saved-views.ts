import { and, asc, count, eq, ne, not, type SQL } from 'drizzle-orm';
import type { Db } from '../client';
import { savedViews, users } from '../schema';

/** The views that somebody saved of a table, by name. */
export function viewsOf(db: Db, userId: string, room: string) {
  return db
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(and(eq(savedViews.userId, userId), eq(savedViews.room, room)))
    .orderBy(asc(savedViews.name));
}

/** One view with whose it is. */
export async function viewById(db: Db, viewId: string) {
  const [row] = await db
    .select({ id: savedViews.id, ownerId: savedViews.userId, room: savedViews.room, name: savedViews.name })
    .from(savedViews)
    .where(eq(savedViews.id, viewId));
  return row ?? null;
}

/** Makes those who change the views of one person take turns: names stay unique, and their number within its limit. */
export async function lockViewsOf(db: Db, userId: string): Promise<void> {
  await db.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update');
}

const named = (view: { userId: string; room: string; name: string }) =>
  and(eq(savedViews.userId, view.userId), eq(savedViews.room, view.room), eq(savedViews.name, view.name));

/** How many views somebody has beside the one of a table and name. */
export async function countOtherViews(
  db: Db,
  view: { userId: string; room: string; name: string },
): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(savedViews)
    .where(and(eq(savedViews.userId, view.userId), not(named(view) as SQL)));
  return row?.total ?? 0;
}

/** Keeps a view; one of the same name is replaced. */
export async function recordView(
  db: Db,
  view: { userId: string; room: string; name: string; query: string },
): Promise<string> {
  const [row] = await db
    .insert(savedViews)
    .values(view)
    .onConflictDoUpdate({
      target: [savedViews.userId, savedViews.room, savedViews.name],
      set: { query: view.query },
    })
    .returning({ id: savedViews.id });
  return row?.id ?? '';
}

/** Gives a view another name. @returns false when another view of the table has it. */
export async function setViewName(db: Db, view: { id: string; ownerId: string; room: string }, name: string) {
  const [taken] = await db
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(and(named({ userId: view.ownerId, room: view.room, name }), ne(savedViews.id, view.id)));
  if (taken) return false;
  await db.update(savedViews).set({ name }).where(eq(savedViews.id, view.id));
  return true;
}

export async function deleteViewById(db: Db, viewId: string): Promise<void> {
  await db.delete(savedViews).where(eq(savedViews.id, viewId));
}
