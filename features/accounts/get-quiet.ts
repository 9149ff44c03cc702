import * as z from 'zod';
import { accountOf } from '@/db/queries/users';
import { isOwn } from '@/rules/access';
import { operation } from '@/server/operation';

/** Whether one wants no reminders by mail. */
export const getQuiet = operation({
  name: 'get-quiet',
  kind: 'read',
  by: 'person',
  input: z.strictObject({}),
  subject: (db, _input, actor) => accountOf(db, actor.userId),
  allow: isOwn,
  run: async ({ subject: { quiet } }) => ({ quiet }),
});
