import * as z from 'zod';
import type { Db } from '@/db/client';
import { currentEditionOf, gradedLearners } from '@/db/queries/gradebook';
import { isPlatform } from '@/rules/access';
import { operation } from '@/server/operation';
import { keepTotalsOf, totalsAtOnce } from './keep-totals';

/** Makes the totals of every learner of a course anew, who has grades. @returns of how many. */
export async function remakeTotals(db: Db, courseId: string): Promise<number> {
  let learners = 0;
  for (let after: string | null = null; ; ) {
    const ids = await gradedLearners(db, courseId, { after, limit: totalsAtOnce });
    if (ids.length > 0) await keepTotalsOf(db, courseId, ids);
    learners += ids.length;
    after = ids.at(-1) ?? null;
    if (after === null || ids.length < totalsAtOnce) return learners;
  }
}

/** Makes the totals of a course anew from its grades: after a new edition, or whenever somebody doubts them. */
export const rebuildTotals = operation({
  name: 'rebuild-totals',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ courseId: z.uuid() }),
  subject: async (db, { courseId }) =>
    (await currentEditionOf(db, courseId)) === null ? null : { courseId },
  allow: isPlatform,
  run: async ({ db, subject: { courseId } }) => ({ learners: await remakeTotals(db, courseId) }),
  audit: 'in-ledger',
});
