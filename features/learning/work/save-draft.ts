import * as z from 'zod';
import { keepDraft } from '@/db/queries/work';
import { isSelfEnrolled } from '@/rules/access';
import { isStorable } from '@/rules/storable';
import { longestText } from '@/rules/work/text';
import { mayHandIn } from '@/rules/work/work';
import { NotFound, operation, Refused } from '@/server/operation';
import { enrollmentOf, lessonInput } from '../place';
import { lockedInWork, takenIn } from './place';

/** A text that PostgreSQL can hold, with the line ends of one kind. */
const textInput = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, '\n'))
  .pipe(
    z
      .string()
      .max(longestText, `A text has at most ${longestText} characters.`)
      .refine(isStorable, 'This text has characters that cannot be stored.'),
  );

/**
 * Keeps the draft of written work. A save names the revision that it began from: what somebody wrote on another
 * device meanwhile is not overwritten, but answered.
 */
export const saveDraft = operation({
  name: 'save-draft',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...lessonInput,
    number: z.coerce.number().int().min(1).max(100),
    text: textInput,
    base: z.coerce.number().int().min(0).max(10_000_000),
    writer: z.uuid(),
  }),
  subject: lockedInWork,
  allow: isSelfEnrolled,
  async run({ db, input, subject: place }) {
    const { number, text, base, writer } = input;
    const { rules, editionId, outline, closesAt, now } = place;
    if (rules.form !== 'text') throw new NotFound(input.lesson);
    const taken = takenIn(place);
    const refusal = mayHandIn(
      rules,
      taken.map((one) => ({ number: one.number, back: one.releasedAt !== null })),
      closesAt !== null && now >= closesAt,
    );
    if (refusal) throw new Refused(refusal);
    // What arrives late, of a version that was handed in meanwhile, begins no new one.
    if (number !== taken.length + 1) throw new Refused('work-handed-in');
    const enrollmentId = enrollmentOf(place);
    const draft = { enrollmentId, editionId, lessonId: outline.id, number, rules, text, writer, closesAt };
    const { kept, own } = await keepDraft(db, { ...draft, base });
    return {
      /** Whether what is kept is what was sent, and not something from elsewhere. */
      own,
      text: own ? null : kept.text,
      revision: kept.revision,
      savedAt: kept.savedAt.toISOString(),
    };
  },
  audit: 'in-ledger',
});
