import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { operation } from '@/server/operation';
import { asBefore } from './as-before';
import { DocumentFile } from './document-file';
import { passageAsSeen } from './find-passage';
import { documentInput, inLockedDocument, readable, saveDocument } from './in-document';
import { passageFields, seenPassages } from './input';

/** Says of several passages at once who speaks. What else is proposed of them stays to be checked. */
export const setSpeaker = operation({
  name: 'set-speaker',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...documentInput, passages: seenPassages, speaker: passageFields.speaker }),
  subject: inLockedDocument,
  allow: canEditCourse,
  async run({ db, actor, input: { passages, speaker }, subject }) {
    const file = new DocumentFile(subject.file.text);
    const found = passages.map((seen) => passageAsSeen(readable(subject), seen));
    for (const { passage, index } of found) {
      const proposed = passage.proposed ? { proposed: 'speaker set by hand; the rest is proposed' } : {};
      file.setPassage(index, { speaker, ...proposed });
    }
    const text = file.toString();
    await saveDocument(db, subject, text, actor.userId);
    return { changed: passages.length, before: asBefore(found, text) };
  },
  audit: ({ input, subject }) => ({
    object: `course:${subject.id}`,
    detail: { path: subject.file.path, passages: input.passages.map(({ id }) => id), speaker: input.speaker },
  }),
});
