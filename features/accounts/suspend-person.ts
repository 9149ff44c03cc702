import * as z from 'zod';
import { personById, setSuspended } from '@/db/queries/people';
import { revokeSessionsOf } from '@/db/queries/sessions';
import { canSuspend } from '@/rules/access';
import { operation } from '@/server/operation';
import { assertMayChange } from './standing';

/** Shuts a person out: from the next request on, on every device. Nothing of theirs is deleted. */
export const suspendPerson = operation({
  name: 'suspend-person',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ userId: z.uuid() }),
  subject: (db, { userId }) => personById(db, userId),
  allow: canSuspend,
  async run({ db, actor, subject: person }) {
    await assertMayChange(db, actor.userId, person.id);
    const changed = await setSuspended(db, person.id, true);
    await revokeSessionsOf(db, person.id);
    return { changed };
  },
  audit: ({ subject, output }) => (output.changed ? { object: `user:${subject.id}` } : null),
});
