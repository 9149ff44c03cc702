import { dueAttempts } from '@/db/queries/attempts';
import { unrecordedAttempts } from '@/db/queries/grading';
import { platform } from '@/features/authoring/import-course';
import { closeDueAttempt } from '@/features/learning/quizzes/close-due-attempt';
import { recordReleasedAttempt } from '@/features/learning/quizzes/record-released-attempt';
import { database } from '../database';
import { perform } from '../operation';
import { oneByOne } from './each';

const { aside, each } = oneByOne('Attempt');

/**
 * Hands in the attempts whose time is over.
 * @returns how many were handed in.
 */
export async function handInDue(most = 100): Promise<number> {
  const db = database();
  const close = async (attempt: string) =>
    (await perform(closeDueAttempt, { attempt }, { db, actor: platform })).closed;
  return each(await dueAttempts(db, most, aside()), close, 'handed in');
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
  return each(await unrecordedAttempts(db, most, aside()), record, 'written into the ledger');
}
