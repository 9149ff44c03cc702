import * as z from 'zod';
import { keepLabDraft } from '@/db/queries/labs';
import { isSelfEnrolled } from '@/rules/access';
import { canonicalJson, valuesIn } from '@/rules/labs/canonical';
import { isStorable } from '@/rules/storable';
import { operation, Refused } from '@/server/operation';
import { openAttempt } from './begin';
import { labInput, placeInLab } from './place';

/** What stands in the form, as JSON; a form with source code is the largest. */
const longestDraft = 90_000;

/**
 * Keeps what stands in the form of a lab. A save names the revision that it began from: what was done on another
 * device meanwhile is not overwritten, but answered.
 */
export const saveLabWork = operation({
  name: 'save-lab-work',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...labInput,
    attempt: z.coerce.number().int().min(1).max(100),
    text: z
      .string()
      .max(longestDraft, 'This is more than a lab can hold.')
      .refine(isStorable, 'This has characters that cannot be stored.'),
    base: z.coerce.number().int().min(0).max(10_000_000),
    writer: z.uuid(),
  }),
  subject: placeInLab,
  allow: isSelfEnrolled,
  async run({ db, input: { attempt, text, base, writer }, subject: place }) {
    const row = await openAttempt(db, place);
    if (row.number !== attempt) throw new Refused('lab-renewed');
    const draft = canonicalJson(valuesIn(text));
    if (row.revision !== base && row.writer !== writer)
      return {
        own: draft === row.draft,
        text: draft === row.draft ? null : row.draft,
        revision: row.revision,
        savedAt: (row.savedAt ?? row.createdAt).toISOString(),
      };
    const { revision, savedAt } = await keepLabDraft(db, row.id, { draft, writer });
    return { own: true, text: null, revision, savedAt: (savedAt ?? row.createdAt).toISOString() };
  },
  audit: 'in-ledger',
});
