import * as z from 'zod';
import { countOtherViews, lockViewsOf, recordView } from '@/db/queries/saved-views';
import { isSignedIn } from '@/rules/access';
import { viewQuery } from '@/rules/tables/table-view';
import { noSubject, operation, Refused } from '@/server/operation';
import { mostViews, room, viewName } from './input';

/** Keeps the filter, order and columns of a table under a name, for oneself. The same name replaces a view. */
export const saveView = operation({
  name: 'save-view',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ room, name: viewName, query: z.string().max(4_000) }),
  subject: noSubject,
  allow: isSignedIn,
  async run({ db, actor, input }) {
    const query = viewQuery(new URLSearchParams(input.query));
    const view = { userId: actor.userId, room: input.room, name: input.name, query };
    await lockViewsOf(db, actor.userId);
    if ((await countOtherViews(db, view)) >= mostViews) throw new Refused('too-many-views');
    return { id: await recordView(db, view), query };
  },
  audit: 'in-ledger',
});
