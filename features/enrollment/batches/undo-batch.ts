import * as z from 'zod';
import { batchById, batchPlace, recordBatch, recordUndoItems, setBatchReady } from '@/db/queries/batches';
import { canManageRoster } from '@/rules/access';
import { NotFound, operation, Refused } from '@/server/operation';

/** Has a batch undone, once: a batch of its own restores everybody who has not moved on since, and says who has. */
export const undoBatch = operation({
  name: 'undo-batch',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ batch: z.uuid() }),
  subject: (db, { batch }, actor) => batchPlace(db, batch, actor.userId),
  allow: canManageRoster,
  async run({ db, actor, subject }): Promise<{ id: string; total: number; course: string | null }> {
    const batch = await batchById(db, subject.id);
    if (!batch) throw new NotFound('no batch');
    if (batch.kind === 'undo') throw new Refused('undo-of-undo');
    if (batch.state === 'waiting' || batch.state === 'running') throw new Refused('batch-under-way');
    const id = await recordBatch(db, {
      courseId: batch.courseId,
      kind: 'undo',
      title: `Undo: ${batch.title}`,
      createdBy: actor.userId,
      undoOf: batch.id,
    });
    if (id === null) throw new Refused('batch-undone');
    await recordUndoItems(db, id, batch.id);
    return { id, total: await setBatchReady(db, id), course: batch.course };
  },
  audit: ({ input, output }) => ({
    object: `batch:${input.batch}`,
    detail: { undoneBy: output.id, people: output.total },
  }),
});
