import { and, asc, count, eq } from 'drizzle-orm';
import type { Db } from '../client';
import { savedViews } from '../schema';

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

export async function countViews(db: Db, userId: string): Promise<number> {
  const [row] = await db.select({ total: count() }).from(savedViews).where(eq(savedViews.userId, userId));
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
    .where(
      and(eq(savedViews.userId, view.ownerId), eq(savedViews.room, view.room), eq(savedViews.name, name)),
    );
  if (taken && taken.id !== view.id) return false;
  await db.update(savedViews).set({ name }).where(eq(savedViews.id, view.id));
  return true;
}

export async function deleteViewById(db: Db, viewId: string): Promise<void> {
  await db.delete(savedViews).where(eq(savedViews.id, viewId));
}
