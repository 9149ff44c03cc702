import { closedDrafts } from '@/db/queries/work';
import { coursesToTell } from '@/db/queries/work-queue';
import { platform } from '@/features/authoring/import-course';
import { escalateWork } from '@/features/learning/work/escalate-work';
import { handInClosed } from '@/features/learning/work/hand-in-closed';
import { database } from '../database';
import { env } from '../env';
import { perform } from '../operation';
import { oneByOne } from './each';

const { aside, each } = oneByOne('Draft');

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
