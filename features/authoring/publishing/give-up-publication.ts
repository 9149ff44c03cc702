import * as z from 'zod';
import { lockPublication } from '@/db/queries/publications';
import { isPlatform } from '@/rules/access';
import { operation } from '@/server/operation';
import { failPublication } from './fail-publication';

/** Ends a publication that was tried often enough. */
export const giveUpPublication = operation({
  name: 'give-up-publication',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    publication: z.uuid(),
    address: z.url({ protocol: /^https?$/ }),
    why: z.string().max(1_000),
  }),
  subject: (db, { publication }) => lockPublication(db, publication),
  allow: isPlatform,
  run: ({ db, input: { address, why }, subject }) => failPublication(db, subject, address, why),
  audit: ({ input, subject }) => ({
    object: `course:${subject.course.slug}`,
    detail: { publication: input.publication, why: input.why },
  }),
});
