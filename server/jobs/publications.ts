import { leasePublication, setPublicationFailed } from '@/db/queries/publications';
import { platform } from '@/features/authoring/import-course';
import { checkScheduled } from '@/features/authoring/publishing/check-scheduled';
import { giveUpPublication } from '@/features/authoring/publishing/give-up-publication';
import { publishScheduled } from '@/features/authoring/publishing/publish-scheduled';
import { database, lostDatabase } from '../database';
import { env } from '../env';
import { NotFound, perform } from '../operation';
import { reasonOf } from './reason';

/** Longer than a publication can take: its statements and its waits have limits of seconds. */
const leaseSeconds = 120;
const maxAttempts = 5;

/** Doubling from 30 s: about eight minutes over all tries. */
export const retryAfter = (attempts: number): number | null =>
  attempts >= maxAttempts ? null : 30 * 2 ** (attempts - 1);

/**
 * Carries out the publications that are due, once. Each is one transaction: a worker that is killed in the
 * middle leaves the old edition whole, and its lease runs out for another to try again.
 * @returns how many were tried.
 */
export async function publishDue(most = 10): Promise<number> {
  const db = database();
  const address = env().AUTH_URL;
  let tried = 0;
  while (tried < most) {
    const leased = await leasePublication(db, leaseSeconds);
    if (!leased) break;
    tried += 1;
    const input = { publication: leased.id };
    const interrupted = leased.attempts > maxAttempts;
    try {
      if (interrupted) throw new Error('The server was stopped each time it was tried.');
      await perform(checkScheduled, input, { db, actor: platform });
      await perform(publishScheduled, { ...input, address }, { db, actor: platform });
    } catch (error) {
      // Cancelled meanwhile, or somebody else is at work on it.
      if (error instanceof NotFound) continue;
      if (lostDatabase(error)) throw error;
      const retry = interrupted ? null : retryAfter(leased.attempts);
      const why = reasonOf(error);
      if (retry !== null) await setPublicationFailed(db, leased.id, why, retry);
      else await perform(giveUpPublication, { ...input, address, why }, { db, actor: platform });
    }
  }
  return tried;
}
