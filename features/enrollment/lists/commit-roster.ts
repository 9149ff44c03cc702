import * as z from 'zod';
import { recordBatch, setBatchReady } from '@/db/queries/batches';
import { recordRosterItems, setRosterBatch } from '@/db/queries/roster-batch';
import { lockRoster, rosterHead } from '@/db/queries/rosters';
import { canManageRoster } from '@/rules/access';
import { committedCount } from '@/rules/enrollment/roster';
import { operation, Refused } from '@/server/operation';
import { ofRoster, rosterInput } from './of-roster';

/**
 * Makes a batch of a list, which is carried out in the background. A list becomes one batch, however often
 * it is committed: the second time the answer is the first batch.
 */
export const commitRoster = operation({
  name: 'commit-roster',
  kind: 'write',
  by: 'person',
  input: z.strictObject(rosterInput),
  subject: ofRoster,
  allow: canManageRoster,
  async run({ db, actor, subject: course }): Promise<{ batch: string; items: number | null }> {
    const courseId = course.id;
    if (course.roster.batchId !== null) return { batch: course.roster.batchId, items: null };
    if (!(await lockRoster(db, course.roster.id))) throw new Refused('roster-busy');
    // Read again now that it is locked: somebody may have committed it, or chosen other columns.
    const roster = await rosterHead(db, courseId, course.roster.id);
    if (!roster) throw new Refused('changed-meanwhile');
    if (roster.batchId !== null) return { batch: roster.batchId, items: null };
    if (course.currentEditionId === null) throw new Refused('nothing-published');
    const total = committedCount(roster.outcomes);
    if (total === 0) throw new Refused('roster-nothing-to-do');
    const batchId = await recordBatch(db, {
      courseId,
      cohortId: roster.cohortId,
      kind: roster.sync ? 'sync' : 'csv',
      title: roster.name,
      createdBy: actor.userId,
    });
    if (batchId === null || !(await setRosterBatch(db, roster.id, batchId)))
      throw new Refused('changed-meanwhile');
    await recordRosterItems(db, { batchId, rosterId: roster.id, courseId });
    const items = await setBatchReady(db, batchId);
    if (items !== total) throw new Error(`${items} items of ${total} were made`);
    return { batch: batchId, items };
  },
  audit: ({ input, output }) =>
    output.items === null
      ? null
      : {
          object: `batch:${output.batch}`,
          detail: { course: input.course, roster: input.roster, items: output.items },
        },
});
