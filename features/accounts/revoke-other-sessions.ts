import * as z from 'zod';
import { revokeSessionsOf } from '@/db/queries/sessions';
import { accountOf } from '@/db/queries/users';
import { isOwn } from '@/rules/access';
import { operation } from '@/server/operation';

/** Signs out every device but this one. */
export const revokeOtherSessions = operation({
  name: 'revoke-other-sessions',
  kind: 'write',
  by: 'person',
  input: z.strictObject({}),
  subject: (db, _input, actor) => accountOf(db, actor.userId),
  allow: isOwn,
  run: ({ db, actor, subject: account }) => revokeSessionsOf(db, account.ownerId, actor.sessionId),
  audit: ({ subject }) => ({ object: `user:${subject.ownerId}` }),
});
