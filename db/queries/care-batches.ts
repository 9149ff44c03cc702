import { and, desc, eq, sql } from 'drizzle-orm';
import type { CareSign } from '@/rules/enrollment/care';
import type { BatchMove } from '@/rules/enrollment/enrollment-batch';
import type { LeftOut } from '@/rules/enrollment/reminders';
import type { Db } from '../client';
import { enrollmentBatches, users } from '../schema';

/** What is kept of reminders that were sent together: the words, and who was left out and why. */
export type ReminderWork = {
  reminder: CareSign;
  subject: string;
  text: string;
  leftOut: { id: string; why: LeftOut }[];
  /** How many of the list this sending did not come to, because so many are reminded at once. */
  toCome?: number;
  /** How many more of the list it passed over than are named in `leftOut`, by the reason. */
  alsoLeftOut?: Partial<Record<LeftOut, number>>;
};

/** Makes what reminders sent together belong to. Nothing of it waits for a job, and nothing of it is undone. */
export async function recordReminderBatch(
  db: Db,
  batch: { courseId: string; createdBy: string; title: string },
): Promise<string> {
  const [row] = await db
    .insert(enrollmentBatches)
    .values({ ...batch, kind: 'bulk', state: 'done', finishedAt: sql`now()` as never })
    .returning({ id: enrollmentBatches.id });
  if (!row) throw new Error('the batch was not stored');
  return row.id;
}

/** Notes how the reminders went out. */
export async function setReminderWork(
  db: Db,
  batchId: string,
  work: ReminderWork,
  sent: number,
): Promise<void> {
  const also = Object.values(work.alsoLeftOut ?? {}).reduce((sum, people) => sum + people, 0);
  const leftOut = work.leftOut.length + also;
  const total = sent + leftOut;
  await db
    .update(enrollmentBatches)
    .set({ work, total, done: total, outcomes: { reminded: sent, 'left-out': leftOut } })
    .where(eq(enrollmentBatches.id, batchId));
}

const ofReminders = sql`${enrollmentBatches.work} ? 'reminder'`;
const shown = {
  id: enrollmentBatches.id,
  at: enrollmentBatches.createdAt,
  by: users.name,
  outcomes: enrollmentBatches.outcomes,
  sign: sql<CareSign>`${enrollmentBatches.work}->>'reminder'`,
};

/** One sending of reminders in a course, with the words; null when there is no such one. */
export async function reminderBatch(db: Db, courseId: string, batchId: string) {
  const [row] = await db
    .select({ ...shown, work: sql<ReminderWork>`${enrollmentBatches.work}` })
    .from(enrollmentBatches)
    .leftJoin(users, eq(users.id, enrollmentBatches.createdBy))
    .where(and(eq(enrollmentBatches.id, batchId), eq(enrollmentBatches.courseId, courseId), ofReminders));
  return row ?? null;
}

/** The last sendings of reminders in a course, newest first. */
export function reminderBatches(db: Db, courseId: string, limit: number) {
  return db
    .select(shown)
    .from(enrollmentBatches)
    .leftJoin(users, eq(users.id, enrollmentBatches.createdBy))
    .where(and(eq(enrollmentBatches.courseId, courseId), ofReminders))
    .orderBy(desc(enrollmentBatches.createdAt))
    .limit(limit);
}

const atOnce = 10_000;

/** Gives a batch the same move for each of some people of a course, in their order, a part at a time. */
export async function recordSameMove(
  db: Db,
  batchId: string,
  courseId: string,
  userIds: readonly string[],
  move: BatchMove,
): Promise<void> {
  for (let from = 0; from < userIds.length; from += atOnce)
    await db.execute(sql`
      insert into batch_items (batch_id, position, course_id, user_id, move)
      select ${batchId}, ${from}::int + nth, ${courseId}, value::uuid, ${JSON.stringify(move)}::jsonb
      from jsonb_array_elements_text(${JSON.stringify(userIds.slice(from, from + atOnce))}::jsonb)
        with ordinality as person (value, nth)`);
}
