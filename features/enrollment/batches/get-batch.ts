import * as z from 'zod';
import { batchById, batchPlace, itemsOf } from '@/db/queries/batches';
import { canManageRoster, canReadContacts, canReadRoster } from '@/rules/access';
import { enrollmentStates } from '@/rules/enrollment/enrollment-states';
import { NotFound, type OutputOf, operation } from '@/server/operation';

const perPage = 100;
export const itemOutcomes = [...enrollmentStates, 'refused', 'waiting'] as const;

/** A batch with its progress and what came of whom, a page at a time from a position on. */
export const getBatch = operation({
  name: 'get-batch',
  kind: 'read',
  by: 'person',
  input: z.strictObject({
    batch: z.uuid(),
    outcome: z.enum(itemOutcomes).nullable(),
    after: z.int().min(0).max(10_000_000),
  }),
  subject: (db, { batch }, actor) => batchPlace(db, batch, actor.userId),
  allow: canReadRoster,
  async run({ db, actor, input: { outcome, after }, subject }) {
    const batch = await batchById(db, subject.id);
    if (!batch) throw new NotFound('no batch');
    const items = await itemsOf(db, subject.id, { outcome, after, limit: perPage + 1 });
    const contacts = canReadContacts(actor, subject);
    const shown = items.slice(0, perPage).map((item) => ({ ...item, email: contacts ? item.email : null }));
    const next = items.length > perPage ? (shown.at(-1)?.position ?? null) : null;
    return { batch, items: shown, next, mayUndo: canManageRoster(actor, subject) };
  },
});

/** A batch as its page shows it. */
export type BatchDetails = OutputOf<typeof getBatch>;
