import * as z from 'zod';
import { mailById } from '@/db/queries/outbox';
import { canReadMail } from '@/rules/access';
import { operation } from '@/server/operation';

/** A mail of the local mailbox with its text. */
export const getMail = operation({
  name: 'get-mail',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ mailId: z.uuid() }),
  subject: (db, { mailId }) => mailById(db, mailId),
  allow: canReadMail,
  run: async ({ subject: mail }) => mail,
});
