import * as z from 'zod';
import { mailById, setMailsWaiting } from '@/db/queries/outbox';
import { canReadMail } from '@/rules/access';
import { operation, Refused } from '@/server/operation';

/** Has a mail that was given up tried again from the start, or every such mail. */
export const retryMail = operation({
  name: 'retry-mail',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ mailId: z.union([z.uuid(), z.literal('all')]) }),
  subject: async (db, { mailId }) => (mailId === 'all' ? { id: null } : mailById(db, mailId)),
  allow: canReadMail,
  async run({ db, subject }) {
    const count = await setMailsWaiting(db, subject.id);
    if (count === 0) throw new Refused('mail-not-dead');
    return { count };
  },
  audit: ({ input, output }) => ({ object: `mail:${input.mailId}`, detail: { count: output.count } }),
});
