import * as z from 'zod';
import { logOf } from '@/db/queries/claims';
import { isOwn } from '@/rules/access';
import { mostEntries } from '@/rules/claims/entry';
import { lessonsOf } from '@/rules/editions/edition';
import { type OutputOf, operation } from '@/server/operation';
import { heldFor } from '../place';
import { inLog, logInput } from './place';
import { entryIn, shownEntry, titlesIn } from './shown';

/** One's own claim log: its entries, what was taken out of it, and where more can come from. */
export const getClaimLog = operation({
  name: 'get-claim-log',
  kind: 'read',
  by: 'person',
  input: z.strictObject(logInput),
  subject: inLog,
  allow: isOwn,
  async run({ db, subject: place }) {
    const rows = await logOf(db, place.enrollmentId);
    const titles = titlesIn(place.edition);
    const shown = (deleted: boolean) =>
      rows.filter((row) => row.deleted === deleted).map((row) => shownEntry(entryIn(row), titles));
    const held = heldFor(place);
    const open = lessonsOf(place.edition.manifest).filter(({ id }) => !held.has(id));
    const entries = shown(false);
    return {
      course: { slug: place.slug, title: place.edition.manifest.title },
      mayLearn: place.mayLearn,
      entries,
      deleted: shown(true),
      full: entries.length >= mostEntries,
      /** The lessons that an entry may come from now. */
      lessons: open.filter(({ quiz, work }) => !quiz && !work).map(({ id, title }) => ({ id, title })),
      /** The lessons in which it is handed in. */
      handedInAt: open
        .filter(({ work }) => work?.form === 'claim-log')
        .map(({ id, title }) => ({ id, title })),
    };
  },
});

export type ClaimLog = OutputOf<typeof getClaimLog>;
