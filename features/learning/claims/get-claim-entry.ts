import * as z from 'zod';
import { entryOf } from '@/db/queries/claims';
import { isSelfEnrolled } from '@/rules/access';
import { NotFound, operation } from '@/server/operation';
import { entryInput, inLog, passagesOf } from './place';
import type { EntryScreen } from './screen';
import { entryIn, shownEntry, titlesIn } from './shown';

/** An entry of one's own claim log, to go on with it. */
export const getClaimEntry = operation({
  name: 'get-claim-entry',
  kind: 'read',
  by: 'person',
  input: z.strictObject(entryInput),
  subject: inLog,
  allow: isSelfEnrolled,
  async run({ db, input, subject: place }): Promise<EntryScreen> {
    const row = await entryOf(db, place.enrollmentId, input.entry);
    if (!row || row.deleted) throw new NotFound(input.entry);
    const { id, lesson, words } = shownEntry(entryIn(row), titlesIn(place.edition));
    const known = await passagesOf(db, place.editionId, lesson.id);
    const gone = words.passage !== '' && !known.some((passage) => passage.id === words.passage);
    return {
      course: { slug: place.slug, title: place.edition.manifest.title },
      enrollmentId: place.enrollmentId,
      id,
      lesson,
      passages: gone ? [...known, { id: words.passage, title: '' }] : known,
      words,
      revision: row.revision,
      savedAt: row.savedAt.toISOString(),
      full: false,
    };
  },
});
