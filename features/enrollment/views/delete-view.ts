import * as z from 'zod';
import { deleteViewById, viewById } from '@/db/queries/saved-views';
import { isOwn } from '@/rules/access';
import { operation } from '@/server/operation';

/** Forgets a saved view. The rows it showed are as they were. */
export const deleteView = operation({
  name: 'delete-view',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ view: z.uuid() }),
  subject: (db, { view }) => viewById(db, view),
  allow: isOwn,
  async run({ db, subject: view }) {
    await deleteViewById(db, view.id);
    return { room: view.room };
  },
  audit: 'in-ledger',
});
