import * as z from 'zod';
import { lockRunningBatch, setBatchFinished } from '@/db/queries/batches';
import { isPlatform } from '@/rules/access';
import { operation } from '@/server/operation';

/** Gives a batch up that could not be carried out however often it was tried. What it did so far stays, and can be undone. */
export const failBatch = operation({
  name: 'fail-batch',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ batch: z.uuid(), why: z.string().max(2_000) }),
  subject: (db, { batch }) => lockRunningBatch(db, batch),
  allow: isPlatform,
  run: ({ db, input: { why }, subject }) => setBatchFinished(db, subject.id, why),
  audit: ({ subject, input }) => ({ object: `batch:${subject.id}`, detail: { why: input.why } }),
});
