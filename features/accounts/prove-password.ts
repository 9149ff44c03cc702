import * as z from 'zod';
import { setProven } from '@/db/queries/sessions';
import { accountOf } from '@/db/queries/users';
import { isOwn } from '@/rules/access';
import type { Answer } from '@/rules/answer';
import { operation } from '@/server/operation';
import { currentPasswordInput } from './input';
import { ownPasswordRefusal } from './own-password';

/** Gives the password again. For some minutes this session may then do what is of weight. */
export const provePassword = operation({
  name: 'prove-password',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ password: currentPasswordInput }),
  subject: (db, _input, actor) => accountOf(db, actor.userId),
  allow: isOwn,
  async run({ db, actor, input, subject: account }): Promise<Answer> {
    const code = await ownPasswordRefusal(db, account, input.password);
    if (code) return { ok: false, code };
    await setProven(db, actor.sessionId);
    return { ok: true };
  },
  audit: ({ subject, output }) => (output.ok ? { object: `user:${subject.ownerId}` } : null),
});
