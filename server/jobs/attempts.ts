import { dueAttempts } from '@/db/queries/attempts';
import { platform } from '@/features/authoring/import-course';
import { closeDueAttempt } from '@/features/learning/quizzes/close-due-attempt';
import { database, lostDatabase } from '../database';
import { NotFound, perform } from '../operation';
import { reasonOf } from './reason';

/** How long an attempt that could not be handed in waits until it is tried again. */
const pauseMs = 60_000;
const putOff = new Map<string, number>();

/**
 * Hands in the attempts whose time is over, each in a transaction of its own: one that cannot be handed in waits
 * aside, and the others go on. Several replicas may do so at once.
 * @returns how many were handed in.
 */
export async function handInDue(most = 100): Promise<number> {
  const db = database();
  for (const [id, until] of putOff) if (until <= Date.now()) putOff.delete(id);
  let closed = 0;
  for (const attempt of await dueAttempts(db, most, [...putOff.keys()])) {
    try {
      const output = await perform(closeDueAttempt, { attempt }, { db, actor: platform });
      if (output.closed) closed += 1;
    } catch (error) {
      if (lostDatabase(error)) throw error;
      putOff.set(attempt, Date.now() + pauseMs);
      if (!(error instanceof NotFound))
        console.error(`Attempt ${attempt} was not handed in: ${reasonOf(error)}`);
    }
  }
  return closed;
}
