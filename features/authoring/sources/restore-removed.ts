import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { proposeSpeech } from '@/rules/sources/speech';
import { operation, Refused } from '@/server/operation';
import type { SourceDocument } from '../compile/schemas';
import { DocumentFile, type DocumentPassage, type RemovedEntry } from './document-file';
import { documentInput, inLockedDocument, readable, saveDocument } from './in-document';
import { nextNumber } from './next-number';
import { removedVersion } from './passage-version';
import { proposedPassage } from './propose-passages';

/** What was furniture is a passage like any other once it is back, with proposals to be checked. */
function asPassage(
  number: string,
  entry: RemovedEntry,
  document: SourceDocument,
  place: number,
): DocumentPassage {
  const piece = { text: entry.text, kind: 'text' as const };
  const writer = document.author ?? document.publisher;
  const before = document.passages[place - 1]?.speaker ?? null;
  const [proposal] = proposeSpeech([piece], writer, before === writer ? null : before);
  if (!proposal) throw new Error('no proposal for a passage');
  return proposedPassage(number, piece, proposal);
}

/**
 * Puts back what was taken out, in front of the passage it stood before: a passage with its own number and
 * all that was known of it, furniture with a number of its own.
 */
export const restoreRemoved = operation({
  name: 'restore-removed',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...documentInput,
    index: z.coerce.number().int().min(0).max(100_000),
    version: z.string().max(20),
  }),
  subject: inLockedDocument,
  allow: canEditCourse,
  async run({ db, actor, input, subject }) {
    const document = readable(subject);
    const entry = document.removed[input.index];
    if (!entry || removedVersion(entry) !== input.version) throw new Refused('changed-meanwhile');
    const found = document.passages.findIndex(({ id }) => id === entry.before);
    const place = found < 0 ? document.passages.length : found;
    const { was } = entry;
    const number = was?.id ?? (await nextNumber(db, subject.id, document));
    if (document.passages.some(({ id }) => id === number)) throw new Refused('changed-meanwhile');
    const file = new DocumentFile(subject.file.text);
    file.addPassage(place, was ? { ...was, text: entry.text } : asPassage(number, entry, document, place));
    // What stood before it on the page stands before it again.
    for (const [index, { before }] of document.removed.entries())
      if (index < input.index && (before ?? null) === (entry.before ?? null))
        file.setRemovedBefore(index, number);
    file.takeRemoved(input.index);
    if (!was) file.set({ numbered: number });
    await saveDocument(db, subject, file.toString(), actor.userId);
    return { restored: number };
  },
  audit: ({ subject, output }) => ({
    object: `course:${subject.id}`,
    detail: { path: subject.file.path, passage: output.restored },
  }),
});
