import * as z from 'zod';
import { countEntries, entryOf, keepEntry } from '@/db/queries/claims';
import { isSelfEnrolled } from '@/rules/access';
import { claimLevels, claimModes, claimText, longestClaim, mostEntries } from '@/rules/claims/entry';
import { lessonsOf } from '@/rules/editions/edition';
import { isStorable } from '@/rules/storable';
import { InvalidInput, NotFound, operation, Refused } from '@/server/operation';
import { heldFor, slugInput } from '../place';
import { entryInput, lockedInLog, passagesOf } from './place';
import { entryIn } from './shown';

/** A text that PostgreSQL can hold, with the line ends of one kind. */
const text = (most: number) =>
  z
    .string()
    .transform((given) => given.replace(/\r\n?/g, '\n'))
    .pipe(
      z
        .string()
        .max(most, `This has at most ${most} characters.`)
        .refine(isStorable, 'This text has characters that cannot be stored.'),
    );

/**
 * Keeps an entry of one's claim log as it stands, whatever is missing in it. A save names the revision that it began
 * from: what was written on another device meanwhile is not overwritten, but answered.
 */
export const saveClaimEntry = operation({
  name: 'save-claim-entry',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...entryInput,
    lesson: slugInput,
    claim: text(longestClaim.claim),
    speaker: text(longestClaim.speaker),
    mode: z.enum(['', ...claimModes]),
    evidence: text(longestClaim.evidence),
    level: z.enum(['', ...claimLevels]),
    change: text(longestClaim.change),
    passage: z.string().max(10),
    base: z.coerce.number().int().min(0).max(10_000_000),
    writer: z.uuid(),
  }),
  subject: lockedInLog,
  allow: isSelfEnrolled,
  async run({ db, input, subject: place }) {
    const { course: _course, entry: id, lesson, base, writer, ...words } = input;
    const { enrollmentId } = place;
    const before = await entryOf(db, enrollmentId, id);
    if (before?.deleted) throw new Refused('entry-taken-out');
    if (!before) {
      const known = lessonsOf(place.edition.manifest).some((one) => one.id === lesson);
      if (!known || heldFor(place).has(lesson)) throw new NotFound(lesson);
      if ((await countEntries(db, enrollmentId)).all >= mostEntries) throw new Refused('log-full');
    }
    // What an entry speaks of stays, also when its lesson no longer shows that passage.
    if (words.passage !== '' && words.passage !== before?.passage) {
      const passages = await passagesOf(db, place.editionId, before?.lesson ?? lesson);
      if (!passages.some((one) => one.id === words.passage))
        throw new InvalidInput({ passage: 'Choose a passage of this lesson.' });
    }
    const saved = await keepEntry(db, { id, enrollmentId, lessonId: lesson, words, base, writer });
    if (!saved) throw new NotFound(id);
    const { id: _id, lesson: _lesson, ...kept } = entryIn(saved.kept);
    const own = saved.own || claimText(kept) === claimText(words);
    return {
      /** Whether what is kept is what was sent, and not something from elsewhere. */
      own,
      text: own ? null : claimText(kept),
      revision: saved.kept.revision,
      savedAt: saved.kept.savedAt.toISOString(),
    };
  },
  audit: 'in-ledger',
});
