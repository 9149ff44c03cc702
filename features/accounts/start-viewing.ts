import * as z from 'zod';
import { personById } from '@/db/queries/people';
import { setViewing } from '@/db/queries/sessions';
import { canViewAs } from '@/rules/access';
import { operation } from '@/server/operation';

/** Shows the pages of a student on this device instead of one's own, read-only, for half an hour. */
export const startViewing = operation({
  name: 'start-viewing',
  kind: 'write',
  by: 'person',
  fresh: true,
  input: z.strictObject({ userId: z.uuid() }),
  subject: (db, { userId }) => personById(db, userId),
  allow: canViewAs,
  run: async ({ db, actor, subject: person }) => ({
    until: await setViewing(db, actor.sessionId, person.id),
  }),
  audit: ({ subject, output }) => ({
    object: `user:${subject.id}`,
    detail: { until: output.until.toISOString() },
  }),
});
