import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { operation } from '@/server/operation';
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
    for (const seen of passages)
      file.setPassage(passageAsSeen(readable(subject), seen).index, { proposed: null });
    await saveDocument(db, subject, file.toString(), actor.userId);
    return { changed: passages.length };
  },
  audit: ({ input, subject }) => ({
    object: `course:${subject.id}`,
    detail: { path: subject.file.path, passages: input.passages.map(({ id }) => id) },
  }),
});
