import { and, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Correction } from '@/rules/assessment/corrections';
import type { Db } from '../client';
import { corrections, users } from '../schema';

const maker = alias(users, 'maker');
const taker = alias(users, 'taker');

/** The corrections of a quiz or of one of its questions, taken back or not, the newest first, with who made them. */
export function correctionHistory(db: Db, courseId: string, lessonId: string, blockId: string) {
  return db
    .select({
      id: corrections.id,
      fromEdition: corrections.fromEdition,
      throughEdition: corrections.throughEdition,
      correction: corrections.correction,
      reason: corrections.reason,
      madeBy: maker.name,
      madeAt: corrections.madeAt,
      takenBackBy: taker.name,
      takenBackAt: corrections.takenBackAt,
    })
    .from(corrections)
    .leftJoin(maker, eq(maker.id, corrections.madeBy))
    .leftJoin(taker, eq(taker.id, corrections.takenBackBy))
    .where(
      and(
        eq(corrections.courseId, courseId),
        eq(corrections.lessonId, lessonId),
        eq(corrections.blockId, blockId),
      ),
    )
    .orderBy(desc(corrections.madeAt), desc(corrections.id));
}

/** Writes a correction down. @returns its id. */
export async function recordCorrection(
  db: Db,
  of: {
    courseId: string;
    lessonId: string;
    blockId: string;
    fromEdition: number;
    throughEdition: number;
    correction: Correction;
    reason: string;
    madeBy: string;
  },
): Promise<string> {
  // By the clock and not by the start of the transaction, which waited its turn: corrections add up in their order.
  const [row] = await db
    .insert(corrections)
    .values({ ...of, madeAt: sql`clock_timestamp()` as never })
    .returning({ id: corrections.id });
  if (!row) throw new Error('the correction was not stored');
  return row.id;
}

/** Notes who took a correction back. */
export async function setTakenBack(db: Db, id: string, userId: string): Promise<void> {
  await db
    .update(corrections)
    .set({ takenBackBy: userId, takenBackAt: sql`clock_timestamp()` })
    .where(eq(corrections.id, id));
}
