import * as z from 'zod';
import { newestMails } from '@/db/queries/outbox';
import { canReadMail } from '@/rules/access';
import { noSubject, type OutputOf, operation } from '@/server/operation';

/** The local mailbox: the newest mails that the platform wrote, to whomever. */
export const listMails = operation({
  name: 'list-mails',
  kind: 'read',
  by: 'person',
  input: z.strictObject({}),
  subject: noSubject,
  allow: canReadMail,
  run: ({ db }) => newestMails(db, 100),
});

/** A mail in the list, without its text. */
export type ListedMail = OutputOf<typeof listMails>[number];
