import * as z from 'zod';
import { setRole as changeRole, personById } from '@/db/queries/people';
import { revokeSessionsOf } from '@/db/queries/sessions';
import { canGrantRoles } from '@/rules/access';
import { siteRoles } from '@/rules/accounts/roles';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { assertMayChange } from './standing';

/**
 * Gives a person another role on the site. The person is signed out everywhere, so that no session from
 * before carries the new rights.
 */
export const setRole = operation({
  name: 'set-role',
  kind: 'write',
  by: 'person',
  fresh: true,
  input: z.strictObject({
    userId: z.uuid(),
    role: z.enum(siteRoles, { error: 'Choose a role.' }),
    version: z.coerce.number().int(),
  }),
  subject: (db, { userId }) => personById(db, userId),
  allow: canGrantRoles,
  async run({ db, actor, input: { role, version }, subject: person }) {
    await assertMayChange(db, actor.userId, person.id);
    if (person.role === role) throw new InvalidInput({ role: 'This is the role they have already.' });
    if (!(await changeRole(db, person.id, role, version))) throw new Refused('changed-meanwhile');
    await revokeSessionsOf(db, person.id);
  },
  audit: ({ input, subject }) => ({
    object: `user:${subject.id}`,
    detail: { from: subject.role, to: input.role },
  }),
});
