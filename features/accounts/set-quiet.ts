import * as z from 'zod';
import { accountOf, setQuietOf } from '@/db/queries/users';
import { isOwn } from '@/rules/access';
import { operation } from '@/server/operation';

/** Asks for no reminders by mail, or for them again. Mail about what one did oneself is sent all the same. */
export const setQuiet = operation({
  name: 'set-quiet',
  kind: 'write',
  by: 'person',
  /** A box that is not ticked is not sent at all. */
  input: z.strictObject({ quiet: z.literal('on').optional() }),
  subject: (db, _input, actor) => accountOf(db, actor.userId),
  allow: isOwn,
  async run({ db, input, subject: account }) {
    const quiet = input.quiet === 'on';
    await setQuietOf(db, account.ownerId, quiet);
    return { quiet };
  },
  audit: ({ subject, output }) => ({ object: `user:${subject.ownerId}`, detail: output }),
});
