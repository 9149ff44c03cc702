import { loneReadings } from '@/db/queries/moderation';
import { peersDue } from '@/db/queries/peers';
import { closedDrafts } from '@/db/queries/work';
import { coursesToTell } from '@/db/queries/work-promises';
import { platform } from '@/features/authoring/import-course';
import { settlePeers } from '@/features/learning/peers/settle-peers';
import { escalateWork } from '@/features/learning/work/escalate-work';
import { handInClosed } from '@/features/learning/work/hand-in-closed';
import { settleLone } from '@/features/learning/work/settle-lone';
import { database } from '../database';
import { env } from '../env';
import { perform } from '../operation';
import { oneByOne } from './each';

const { aside, each } = oneByOne('Draft');
const lone = oneByOne('Grading');

/**
 * Hands in the drafts of written work that has closed.
 * @returns how many were handed in.
 */
export async function handInClosedDrafts(most = 100): Promise<number> {
  const db = database();
  const handIn = async (submission: string) =>
    (await perform(handInClosed, { submission }, { db, actor: platform })).handedIn;
  return each(await closedDrafts(db, most, aside()), handIn, 'handed in');
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

/**
 * Lets the first of two gradings count where a second is not waited for any more.
 * @returns how many works are graded by it.
 */
export async function settleLoneGradings(most = 50): Promise<number> {
  const db = database();
  const ids = await loneReadings(db, most, lone.aside());
  const settle = async (submission: string) =>
    (await perform(settleLone, { submission }, { db, actor: platform })).graded;
  return lone.each(ids, settle, 'graded');
}

/**
 * Makes what the reviews of peers come to the grade, where they count.
 * @returns how many works are graded by it.
 */
export async function settleReviewed(most = 50): Promise<number> {
  const db = database();
  const ids = await peersDue(db, most, lone.aside());
  const settle = async (submission: string) =>
    (await perform(settlePeers, { submission }, { db, actor: platform })).graded;
  return lone.each(ids, settle, 'graded');
}
