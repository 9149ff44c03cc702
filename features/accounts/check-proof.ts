import * as z from 'zod';
import { isProven } from '@/db/queries/sessions';
import { isThemselves } from '@/rules/access';
import { noSubject, operation } from '@/server/operation';

/** Whether the password was given again a moment ago, so that a form need not ask for it. */
export const checkProof = operation({
  name: 'check-proof',
  kind: 'read',
  by: 'person',
  input: z.strictObject({}),
  subject: noSubject,
  allow: isThemselves,
  run: ({ db, actor }) => isProven(db, actor.sessionId),
});
