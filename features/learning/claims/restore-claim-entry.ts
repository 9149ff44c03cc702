import * as z from 'zod';
import { countEntries, entryOf, setEntryDeleted } from '@/db/queries/claims';
import { isSelfEnrolled } from '@/rules/access';
import { mostEntries } from '@/rules/claims/entry';
import { NotFound, operation, Refused } from '@/server/operation';
import { entryInput, lockedInLog } from './place';

/** Puts an entry back into one's claim log. */
export const restoreClaimEntry = operation({
  name: 'restore-claim-entry',
  kind: 'write',
  by: 'person',
  input: z.strictObject(entryInput),
  subject: lockedInLog,
  allow: isSelfEnrolled,
  async run({ db, input, subject: { enrollmentId } }) {
    const entry = await entryOf(db, enrollmentId, input.entry);
    if (!entry) throw new NotFound(input.entry);
    if (entry.deleted && (await countEntries(db, enrollmentId)).all >= mostEntries)
      throw new Refused('log-full');
    await setEntryDeleted(db, enrollmentId, entry.id, false);
    return { entry: entry.id };
  },
  audit: 'in-ledger',
});
