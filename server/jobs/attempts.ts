import { dueAttempts } from '@/db/queries/attempts';
import { unrecordedAttempts } from '@/db/queries/grading';
import { platform } from '@/features/authoring/import-course';
import { closeDueAttempt } from '@/features/learning/quizzes/close-due-attempt';
import { recordReleasedAttempt } from '@/features/learning/quizzes/record-released-attempt';
import { database, lostDatabase } from '../database';
import { NotFound, perform } from '../operation';
import { reasonOf } from './reason';

/** How long an attempt that could not be dealt with waits until it is tried again. */
const pauseMs = 60_000;
const putOff = new Map<string, number>();

/**
 * Does one thing with each of some attempts, each in a transaction of its own: one that fails waits aside, and
 * the others go on. Several replicas may do so at once.
 * @returns how many it was done with.
 */
async function withEach(
  attempts: readonly string[],
  done: (attempt: string) => Promise<boolean>,
  what: string,
): Promise<number> {
  let count = 0;
  for (const attempt of attempts) {
    try {
      if (await done(attempt)) count += 1;
    } catch (error) {
      if (lostDatabase(error)) throw error;
      putOff.set(attempt, Date.now() + pauseMs);
      if (!(error instanceof NotFound))
        console.error(`Attempt ${attempt} was not ${what}: ${reasonOf(error)}`);
    }
  }
  return count;
}

function waitingAside(): string[] {
  for (const [id, until] of putOff) if (until <= Date.now()) putOff.delete(id);
  return [...putOff.keys()];
}

/**
 * Hands in the attempts whose time is over.
 * @returns how many were handed in.
 */
export async function handInDue(most = 100): Promise<number> {
  const db = database();
  const due = await dueAttempts(db, most, waitingAside());
  const close = async (attempt: string) =>
    (await perform(closeDueAttempt, { attempt }, { db, actor: platform })).closed;
  return withEach(due, close, 'handed in');
}

/**
 * Writes attempts whose result was released or corrected later into the ledgers of their learners.
 * @returns how many were written.
 */
export async function recordReleased(most = 200): Promise<number> {
  const db = database();
  const record = async (attempt: string) => {
    await perform(recordReleasedAttempt, { attempt }, { db, actor: platform });
    return true;
  };
  return withEach(await unrecordedAttempts(db, most, waitingAside()), record, 'written into the ledger');
}
