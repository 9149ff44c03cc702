import * as z from 'zod';
import { batchById, batchPlace, itemsOf } from '@/db/queries/batches';
import { canReadContacts } from '@/rules/access';
import { refusals } from '@/rules/refusals';
import { NotFound, operation } from '@/server/operation';
import { batchQuery, idPath } from './schemas';
import { iso, isoOrNull, pageOf } from './shown';

const perPage = 100;

/** How far a batch is, and what came of each person, a page at a time in its order. */
export const readBatch = operation({
  name: 'read-batch',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...idPath, ...batchQuery }),
  subject: (db, { id }, actor) => batchPlace(db, id, actor.userId),
  allow: canReadContacts,
  async run({ db, input: { cursor }, subject }) {
    const [batch, rows] = await Promise.all([
      batchById(db, subject.id),
      itemsOf(db, subject.id, { outcome: null, after: cursor, limit: perPage + 1 }),
    ]);
    if (!batch) throw new NotFound('no batch');
    const { id, course, title, state, total, done, outcomes, error } = batch;
    const { items, next } = pageOf(
      rows,
      perPage,
      (row) => ({
        position: row.position,
        email: row.email,
        done: row.done,
        enrollment: row.enrollmentId,
        from: row.from,
        to: row.to,
        refusal: row.refusal,
        explanation: row.refusal && refusals[row.refusal],
      }),
      (row) => String(row.position),
    );
    const times = { createdAt: iso(batch.createdAt), finishedAt: isoOrNull(batch.finishedAt) };
    return { id, course, title, state, total, done, outcomes, error, ...times, items, next };
  },
});
