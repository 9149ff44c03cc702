import { leaseBatch, measureTables, setBatchDelayed } from '@/db/queries/batches';
import { coursesWithFreeSeats } from '@/db/queries/waitlist';
import { platform } from '@/features/authoring/import-course';
import { failBatch } from '@/features/enrollment/batches/fail-batch';
import { runBatchStep } from '@/features/enrollment/batches/run-batch-step';
import { expireDue } from '@/features/enrollment/clock/expire-due';
import { offerSeats } from '@/features/enrollment/clock/offer-seats';
import { database, lostDatabase } from '../database';
import { env } from '../env';
import { NotFound, perform } from '../operation';
import { reasonOf } from './reason';

/** Longer than a step of a batch can take: its statements and its waits have limits of seconds. */
const leaseSeconds = 60;
const maxAttempts = 5;

/** Writes down what time has ended, and gives freed seats to those who wait. @returns how many were moved. */
export async function keepTime(): Promise<number> {
  const db = database();
  const { expired } = await perform(expireDue, { most: 500 }, { db, actor: platform });
  let offered = 0;
  for (const courseId of await coursesWithFreeSeats(db, 20)) {
    offered += await perform(offerSeats, { courseId, address: env().AUTH_URL }, { db, actor: platform }).then(
      (output) => output.offered,
      (error) => {
        // Another replica has its turn there.
        if (error instanceof NotFound) return 0;
        throw error;
      },
    );
  }
  return expired + offered;
}

/** Whether a batch has doubled by a step: at 1,000 people, 2,000, 4,000 and so on. */
const doubles = (before: number, after: number): boolean => {
  const times = (people: number) => Math.floor(Math.log2(Math.max(people, 500) / 500));
  return times(after) > times(before);
};

/** Carries one step of the batch that has waited longest. @returns how many people it was about. */
export async function carryOutBatches(): Promise<number> {
  const db = database();
  const leased = await leaseBatch(db, leaseSeconds);
  if (!leased) return 0;
  const input = { batch: leased.id };
  try {
    if (leased.attempts > maxAttempts) throw new Error('The server was stopped each time it was tried.');
    const { done } = await perform(
      runBatchStep,
      { ...input, address: env().AUTH_URL },
      { db, actor: platform },
    );
    if (doubles(leased.done, leased.done + done)) await measureTables(db);
    // Given back at once: the next round takes it, or another replica does.
    if (done > 0) await setBatchDelayed(db, leased.id, null, 0);
    return Math.max(done, 1);
  } catch (error) {
    if (error instanceof NotFound) return 0;
    if (lostDatabase(error)) throw error;
    const why = reasonOf(error);
    if (leased.attempts >= maxAttempts) await perform(failBatch, { ...input, why }, { db, actor: platform });
    else await setBatchDelayed(db, leased.id, why, 2 ** leased.attempts);
    return 1;
  }
}
