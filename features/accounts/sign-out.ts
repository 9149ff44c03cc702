import * as z from 'zod';
import { revokeSession, sessionOwner } from '@/db/queries/sessions';
import { isOwn } from '@/rules/access';
import { operation } from '@/server/operation';

/** Ends the session of this request. Its cookie is worth nothing from then on, wherever a copy of it is. */
export const signOut = operation({
  name: 'sign-out',
  kind: 'write',
  by: 'person',
  whileViewing: true,
  input: z.strictObject({}),
  subject: (db, _input, actor) => sessionOwner(db, actor.sessionId),
  allow: isOwn,
  run: ({ db, subject: session }) => revokeSession(db, session.id),
  audit: ({ subject }) => ({ object: `user:${subject.ownerId}` }),
});
