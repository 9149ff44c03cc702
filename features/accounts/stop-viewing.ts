import * as z from 'zod';
import { clearViewing, viewingOf } from '@/db/queries/sessions';
import { isOwn } from '@/rules/access';
import { operation } from '@/server/operation';

/** Shows one's own pages again. Stopping what has ended by itself is no mistake. */
export const stopViewing = operation({
  name: 'stop-viewing',
  kind: 'write',
  by: 'person',
  whileViewing: true,
  input: z.strictObject({}),
  subject: (db, _input, actor) => viewingOf(db, actor.sessionId),
  allow: isOwn,
  async run({ db, subject: session }) {
    await clearViewing(db, session.id);
    return { userId: session.viewingAs };
  },
  audit: ({ output }) => (output.userId ? { object: `user:${output.userId}` } : null),
});
