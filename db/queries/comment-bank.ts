import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { BankComment } from '@/rules/work/comment-bank';
import type { Db } from '../client';
import { commentBank } from '../schema';

const shown = {
  id: commentBank.id,
  title: commentBank.title,
  text: commentBank.text,
  criterion: commentBank.criterion,
};

/** The comments that the graders of a course use again, by title. */
export const bankOf = (db: Db, courseId: string): Promise<BankComment[]> =>
  db
    .select(shown)
    .from(commentBank)
    .where(and(eq(commentBank.courseId, courseId), isNull(commentBank.deletedAt)))
    .orderBy(asc(commentBank.title), asc(commentBank.id));

/** One of them, deleted or not; null when the course has none of this id. */
export async function inBank(
  db: Db,
  courseId: string,
  id: string,
): Promise<(BankComment & { deletedAt: Date | null }) | null> {
  const [row] = await db
    .select({ ...shown, deletedAt: commentBank.deletedAt })
    .from(commentBank)
    .where(and(eq(commentBank.courseId, courseId), eq(commentBank.id, id)));
  return row ?? null;
}

type Kept = BankComment & { courseId: string; savedBy: string };

/**
 * Keeps a comment in the bank of its course, new or changed; one that was deleted is back.
 * @returns `full` when `most` are kept already, `foreign` when its id is that of another course.
 */
export async function keepInBank(db: Db, kept: Kept, most: number): Promise<'kept' | 'full' | 'foreign'> {
  // One after the other in a course, so that the count holds.
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`comment-bank:${kept.courseId}`}, 0))`,
  );
  const { title, text, criterion, savedBy, courseId, id } = kept;
  const [{ others } = { others: 0 }] = await db
    .select({ others: sql<number>`count(*)::int` })
    .from(commentBank)
    .where(
      and(eq(commentBank.courseId, courseId), isNull(commentBank.deletedAt), sql`${commentBank.id} <> ${id}`),
    );
  if (others >= most) return 'full';
  const change = { title, text, criterion, savedBy, savedAt: sql`now()`, deletedAt: null };
  const rows = await db
    .insert(commentBank)
    .values(kept)
    .onConflictDoUpdate({
      target: commentBank.id,
      set: change,
      setWhere: eq(commentBank.courseId, courseId),
    })
    .returning({ id: commentBank.id });
  return rows.length > 0 ? 'kept' : 'foreign';
}

/** Takes a comment out of the bank. @returns whether it was there. */
export async function deleteFromBank(db: Db, courseId: string, id: string): Promise<boolean> {
  const rows = await db
    .update(commentBank)
    .set({ deletedAt: sql`now()` })
    .where(and(eq(commentBank.courseId, courseId), eq(commentBank.id, id), isNull(commentBank.deletedAt)))
    .returning({ id: commentBank.id });
  return rows.length > 0;
}
