import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { operation } from '@/server/operation';
import { DocumentFile } from './document-file';
import { passageAsSeen } from './find-passage';
import { documentInput, inLockedDocument, readable, saveDocument } from './in-document';
import { passageBefore } from './input';

/**
 * Undoes what was done to several passages at once: each has its speaker and its proposal again. A passage
 * that somebody changed since keeps what they said, and nothing is undone.
 */
export const restorePassages = operation({
  name: 'restore-passages',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...documentInput, before: z.array(passageBefore).min(1).max(999) }),
  subject: inLockedDocument,
  allow: canEditCourse,
  async run({ db, actor, input: { before }, subject }) {
    const file = new DocumentFile(subject.file.text);
    for (const { speaker, proposed, ...seen } of before)
      file.setPassage(passageAsSeen(readable(subject), seen).index, { speaker, proposed });
    await saveDocument(db, subject, file.toString(), actor.userId);
    return { restored: before.length };
  },
  audit: ({ input, subject }) => ({
    object: `course:${subject.id}`,
    detail: { path: subject.file.path, passages: input.before.map(({ id }) => id) },
  }),
});
