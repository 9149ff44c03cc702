import { closedDrafts } from '@/db/queries/work';
import { coursesToTell } from '@/db/queries/work-queue';
import { platform } from '@/features/authoring/import-course';
import { escalateWork } from '@/features/learning/work/escalate-work';
import { handInClosed } from '@/features/learning/work/hand-in-closed';
import { database, lostDatabase } from '../database';
import { env } from '../env';
import { NotFound, perform } from '../operation';
import { reasonOf } from './reason';

/** How long a draft that could not be dealt with waits until it is tried again. */
const pauseMs = 60_000;
const putOff = new Map<string, number>();

function waitingAside(): string[] {
  for (const [id, until] of putOff) if (until <= Date.now()) putOff.delete(id);
  return [...putOff.keys()];
}

/**
 * Hands in the drafts of written work that has closed, each in a transaction of its own.
 * @returns how many were handed in.
 */
export async function handInClosedDrafts(most = 100): Promise<number> {
  const db = database();
  let count = 0;
  for (const submission of await closedDrafts(db, most, waitingAside())) {
    try {
      const { handedIn } = await perform(handInClosed, { submission }, { db, actor: platform });
      if (handedIn) count += 1;
    } catch (error) {
      if (lostDatabase(error)) throw error;
      putOff.set(submission, Date.now() + pauseMs);
      if (!(error instanceof NotFound))
        console.error(`Draft ${submission} was not handed in: ${reasonOf(error)}`);
    }
  }
  return count;
}

/**
 * Tells the owners of courses in which a promise is about to be broken.
 * @returns of how much work somebody was told.
 */
export async function tellOwners(most = 20): Promise<number> {
  const db = database();
  let count = 0;
  for (const course of await coursesToTell(db, most)) {
    const input = { course, address: env().AUTH_URL };
    count += (await perform(escalateWork, input, { db, actor: platform })).told;
  }
  return count;
}
