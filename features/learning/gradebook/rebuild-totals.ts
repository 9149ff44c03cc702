import * as z from 'zod';
import { currentEditionOf, gradedLearners } from '@/db/queries/gradebook';
import { isPlatform } from '@/rules/access';
import { operation } from '@/server/operation';
import { keepTotalsOf, totalsAtOnce } from './keep-totals';

/**
 * Makes the totals of the next learners of a course anew from their grades: after a new edition or other settings,
 * or whenever somebody doubts them. A part is a transaction of its own, so that nobody who hands in waits for all.
 */
export const rebuildTotals = operation({
  name: 'rebuild-totals',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ courseId: z.uuid(), after: z.uuid().nullable() }),
  subject: async (db, { courseId }) =>
    (await currentEditionOf(db, courseId)) === null ? null : { courseId },
  allow: isPlatform,
  async run({ db, input: { after }, subject: { courseId } }) {
    const ids = await gradedLearners(db, courseId, { after, limit: totalsAtOnce });
    if (ids.length > 0) await keepTotalsOf(db, courseId, ids);
    return { learners: ids.length, next: ids.length < totalsAtOnce ? null : (ids.at(-1) ?? null) };
  },
  audit: 'in-ledger',
});
