import * as z from 'zod';
import { viewsOf } from '@/db/queries/saved-views';
import { isSignedIn } from '@/rules/access';
import { noSubject, operation } from '@/server/operation';
import { room } from './input';

/** The views that somebody saved of a table. They are their own, and say nothing of what is in the table. */
export const listViews = operation({
  name: 'list-views',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ room }),
  subject: noSubject,
  allow: isSignedIn,
  run: async ({ db, actor, input }) => ({ views: await viewsOf(db, actor.userId, input.room) }),
});
