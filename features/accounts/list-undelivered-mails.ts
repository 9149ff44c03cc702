import * as z from 'zod';
import { undeliveredMails } from '@/db/queries/outbox';
import { canReadMail } from '@/rules/access';
import { noSubject, type OutputOf, operation } from '@/server/operation';

/** Mails that were given up or keep failing, with what the mail server said; never their text. */
export const listUndeliveredMails = operation({
  name: 'list-undelivered-mails',
  kind: 'read',
  by: 'person',
  input: z.strictObject({}),
  subject: noSubject,
  allow: canReadMail,
  run: ({ db }) => undeliveredMails(db, 200),
});

export type UndeliveredMail = OutputOf<typeof listUndeliveredMails>[number];
