import * as z from 'zod';
import { setRole as changeRole, personById } from '@/db/queries/people';
import { revokeSessionsOf } from '@/db/queries/sessions';
import { accountOf } from '@/db/queries/users';
import { canGrantRoles } from '@/rules/access';
import type { Answer } from '@/rules/answer';
import { siteRoles } from '@/rules/roles';
import { InvalidInput, NotFound, operation, Refused } from '@/server/operation';
import { currentPasswordInput } from './input';
import { ownPasswordRefusal } from './own-password';
import { assertMayChange } from './standing';

/**
 * Gives a person another role on the site; the administrator says their own password again. The person
 * is signed out everywhere, so that no session from before carries the new rights.
 */
export const setRole = operation({
  name: 'set-role',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    userId: z.uuid(),
    role: z.enum(siteRoles, { error: 'Choose a role.' }),
    version: z.coerce.number().int(),
    password: currentPasswordInput,
  }),
  subject: (db, { userId }) => personById(db, userId),
  allow: canGrantRoles,
  async run({ db, actor, input: { role, version, password }, subject: person }): Promise<Answer> {
    const own = await accountOf(db, actor.userId);
    if (!own) throw new NotFound('no account');
    const code = await ownPasswordRefusal(db, own, password);
    if (code) return { ok: false, code };
    await assertMayChange(db, actor.userId, person.id);
    if (person.role === role) throw new InvalidInput({ role: 'This is the role they have already.' });
    if (!(await changeRole(db, person.id, role, version))) throw new Refused('changed-meanwhile');
    await revokeSessionsOf(db, person.id);
    return { ok: true };
  },
  audit: ({ input, subject, output }) =>
    output.ok ? { object: `user:${subject.id}`, detail: { from: subject.role, to: input.role } } : null,
});
