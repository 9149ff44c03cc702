import * as z from 'zod';
import { lockViewsOf, setViewName, viewById } from '@/db/queries/saved-views';
import { isOwn } from '@/rules/access';
import { operation, Refused } from '@/server/operation';
import { viewName } from './input';

/** Gives a saved view another name. */
export const renameView = operation({
  name: 'rename-view',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ view: z.uuid(), newName: viewName }),
  subject: (db, { view }) => viewById(db, view),
  allow: isOwn,
  async run({ db, input: { newName }, subject: view }) {
    await lockViewsOf(db, view.ownerId);
    if (!(await setViewName(db, view, newName))) throw new Refused('view-name-taken');
    return { room: view.room };
  },
  audit: 'in-ledger',
});
