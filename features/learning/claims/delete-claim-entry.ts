import * as z from 'zod';
import { entryOf, setEntryDeleted } from '@/db/queries/claims';
import { isSelfEnrolled } from '@/rules/access';
import { NotFound, operation } from '@/server/operation';
import { entryInput, lockedInLog } from './place';

/** Takes an entry out of one's claim log. It is kept, and can be put back. */
export const deleteClaimEntry = operation({
  name: 'delete-claim-entry',
  kind: 'write',
  by: 'person',
  input: z.strictObject(entryInput),
  subject: lockedInLog,
  allow: isSelfEnrolled,
  async run({ db, input, subject: { enrollmentId } }) {
    const entry = await entryOf(db, enrollmentId, input.entry);
    if (!entry) throw new NotFound(input.entry);
    await setEntryDeleted(db, enrollmentId, entry.id, true);
    return { entry: entry.id };
  },
  audit: 'in-ledger',
});
