import * as z from 'zod';
import { revokeSession as revoke, sessionOwner } from '@/db/queries/sessions';
import { isOwn } from '@/rules/access';
import { operation } from '@/server/operation';

/** Signs out one of one's own devices. Doing it twice is the same as once. */
export const revokeSession = operation({
  name: 'revoke-session',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ sessionId: z.uuid() }),
  subject: (db, { sessionId }) => sessionOwner(db, sessionId),
  allow: isOwn,
  run: ({ db, subject: session }) => revoke(db, session.id),
  audit: ({ subject }) => ({ object: `user:${subject.ownerId}`, detail: { session: subject.id } }),
});
