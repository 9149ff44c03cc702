import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { recordBatch, setBatchReady } from '@/db/queries/batches';
import { batchItems, cohorts, courses, enrollmentBatches, enrollments } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { runBatchStep } from '@/features/enrollment/batches/run-batch-step';
import { expireDue } from '@/features/enrollment/clock/expire-due';
import { offerSeats } from '@/features/enrollment/clock/offer-seats';
import type { Actor } from '@/rules/access';
import type { BatchMove, BatchPerson } from '@/rules/enrollment/enrollment-batch';
import { holdsSeat } from '@/rules/enrollment/enrollment-states';
import { perform } from '@/server/operation';

const address = 'https://learn.example.org';
type Item = { userId?: string; person?: BatchPerson; move: BatchMove };

/** A batch that waits for the job, as a list or a table would make it. */
export async function makeBatch(
  db: Database,
  by: Actor,
  courseId: string,
  items: readonly Item[],
): Promise<string> {
  const id = await recordBatch(db, { courseId, kind: 'bulk', title: 'A batch', createdBy: by.userId });
  if (id === null) throw new Error('no batch');
  if (items.length > 0)
    await db
      .insert(batchItems)
      .values(items.map((item, index) => ({ batchId: id, position: index + 1, courseId, ...item })));
  await setBatchReady(db, id);
  return id;
}

/** Carries a batch out to its end, as the job does. */
export async function carryOut(db: Database, batch: string): Promise<void> {
  await db.update(enrollmentBatches).set({ state: 'running' }).where(eq(enrollmentBatches.id, batch));
  while ((await perform(runBatchStep, { batch, address }, { db, actor: platform })).done > 0);
}

/** Lets the clock of enrollments strike once. */
export async function strike(db: Database, courseId: string, now?: Date): Promise<void> {
  await perform(expireDue, { most: 500 }, { db, actor: platform, now });
  await perform(offerSeats, { courseId, address }, { db, actor: platform, now });
}

/** Everybody in a course by their account: state and cohort. */
export async function standing(db: Database, courseId: string) {
  const rows = await db.select().from(enrollments).where(eq(enrollments.courseId, courseId));
  return new Map(rows.map((row) => [row.userId, row]));
}

/** How far the counted seats of a course and its cohorts are from the enrollments that hold one: none, if all is well. */
export async function seatErrors(db: Database, courseId: string): Promise<string[]> {
  const rows = [...(await standing(db, courseId)).values()].filter(({ state }) => holdsSeat(state));
  const [course] = await db.select().from(courses).where(eq(courses.id, courseId));
  const runs = await db.select().from(cohorts).where(eq(cohorts.courseId, courseId));
  return [
    { name: 'course', seatsTaken: course?.seatsTaken, seats: course?.seats, holding: rows },
    ...runs.map((run) => ({ ...run, holding: rows.filter(({ cohortId }) => cohortId === run.id) })),
  ].flatMap(({ name, seatsTaken, seats, holding }) => {
    const counted =
      seatsTaken === holding.length ? [] : [`${name}: ${seatsTaken} counted, ${holding.length} held`];
    const within =
      seats == null || holding.length <= seats ? [] : [`${name}: ${holding.length} of ${seats} held`];
    return [...counted, ...within];
  });
}

/** A cohort of a course, straight in the database. */
export async function makeCohort(
  db: Database,
  courseId: string,
  values: Partial<typeof cohorts.$inferInsert> = {},
): Promise<string> {
  const [row] = await db
    .insert(cohorts)
    .values({ courseId, name: `Cohort ${crypto.randomUUID()}`, ...values })
    .returning({ id: cohorts.id });
  if (!row) throw new Error('no cohort');
  return row.id;
}
