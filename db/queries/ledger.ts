import { and, desc, eq, lt } from 'drizzle-orm';
import type { Db } from '../client';
import { enrollments, evidence, lessonProgress } from '../schema';

/** What a row of the ledger says. */
const entry = {
  lessonId: evidence.lessonId,
  blockId: evidence.blockId,
  kind: evidence.kind,
  correct: evidence.correct,
  at: evidence.at,
};

/** Receipts of an enrollment, newest first, `limit` at a time, older than the receipt `before`. */
export function receipts(db: Db, enrollmentId: string, limit: number, before: number | null) {
  return db
    .select({ id: evidence.id, ...entry })
    .from(evidence)
    .where(
      and(eq(evidence.enrollmentId, enrollmentId), before === null ? undefined : lt(evidence.id, before)),
    )
    .orderBy(desc(evidence.id))
    .limit(limit);
}

/** The whole ledger of an enrollment, for rebuilding the projection. */
export function ledgerOf(db: Db, enrollmentId: string) {
  return db.select(entry).from(evidence).where(eq(evidence.enrollmentId, enrollmentId)).orderBy(evidence.id);
}

/** Forgets the projection of an enrollment, so that it can be made anew from the ledger. */
export async function clearProgress(db: Db, enrollmentId: string): Promise<void> {
  await db.delete(lessonProgress).where(eq(lessonProgress.enrollmentId, enrollmentId));
}

/** The edition an enrollment is pinned to; locked until the transaction ends. */
export async function lockPinnedEdition(db: Db, enrollmentId: string) {
  const [row] = await db
    .select({ id: enrollments.id, editionId: enrollments.editionId })
    .from(enrollments)
    .where(eq(enrollments.id, enrollmentId))
    .for('update');
  return row ?? null;
}
