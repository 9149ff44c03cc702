import * as z from 'zod';
import { personById, setSuspended } from '@/db/queries/people';
import { canSuspend } from '@/rules/access';
import { operation } from '@/server/operation';

/** Lets a suspended person in again. They sign in anew: the sessions from before stay ended. */
export const restorePerson = operation({
  name: 'restore-person',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ userId: z.uuid() }),
  subject: (db, { userId }) => personById(db, userId),
  allow: canSuspend,
  run: async ({ db, subject: person }) => ({ changed: await setSuspended(db, person.id, false) }),
  audit: ({ subject, output }) => (output.changed ? { object: `user:${subject.id}` } : null),
});
