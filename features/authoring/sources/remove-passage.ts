import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { operation } from '@/server/operation';
import { DocumentFile } from './document-file';
import { passageAsSeen } from './find-passage';
import { documentInput, inLockedDocument, readable, saveDocument } from './in-document';
import { seenPassage } from './input';
import { refuseUsed } from './refuse-used';

/** Takes a passage out of the text. It is kept with all that is known of it, to be put back. */
export const removePassage = operation({
  name: 'remove-passage',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...documentInput, passage: seenPassage }),
  subject: inLockedDocument,
  allow: canEditCourse,
  async run({ db, actor, input, subject }) {
    const document = readable(subject);
    const { passage, index } = passageAsSeen(document, input.passage);
    await refuseUsed(db, subject.id, passage.id);
    const after = document.passages[index + 1]?.id ?? null;
    const { text, ...was } = passage;
    const file = new DocumentFile(subject.file.text);
    file.takePassage(index);
    // What stood before it, then itself, then what stood before the next: the order of the page.
    const own = document.removed.flatMap((entry, at) => (entry.before === passage.id ? [at] : []));
    for (const at of own) file.setRemovedBefore(at, after);
    const firstOfNext = document.removed.findIndex(({ before }) => (before ?? null) === after);
    const place =
      own.length > 0 ? (own.at(-1) ?? 0) + 1 : firstOfNext < 0 ? document.removed.length : firstOfNext;
    file.addRemoved(place, { before: after, text, why: 'taken out by hand', was });
    await saveDocument(db, subject, file.toString(), actor.userId);
    return { removed: passage.id, next: after };
  },
  audit: ({ subject, output }) => ({
    object: `course:${subject.id}`,
    detail: { path: subject.file.path, passage: output.removed },
  }),
});
