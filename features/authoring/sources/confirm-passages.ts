import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { operation } from '@/server/operation';
import { asBefore } from './as-before';
import { DocumentFile } from './document-file';
import { passageAsSeen } from './find-passage';
import { documentInput, inLockedDocument, readable, saveDocument } from './in-document';
import { seenPassages } from './input';

/** Says that what is proposed of some passages is right. */
export const confirmPassages = operation({
  name: 'confirm-passages',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...documentInput, passages: seenPassages }),
  subject: inLockedDocument,
  allow: canEditCourse,
  async run({ db, actor, input: { passages }, subject }) {
    const file = new DocumentFile(subject.file.text);
    const found = passages.map((seen) => passageAsSeen(readable(subject), seen));
    for (const { index } of found) file.setPassage(index, { proposed: null });
    const text = file.toString();
    await saveDocument(db, subject, text, actor.userId);
    return { changed: passages.length, before: asBefore(found, text) };
  },
  audit: ({ input, subject }) => ({
    object: `course:${subject.id}`,
    detail: { path: subject.file.path, passages: input.passages.map(({ id }) => id) },
  }),
});
