import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { joined } from '@/rules/sources/split-passages';
import { operation, Refused } from '@/server/operation';
import { DocumentFile } from './document-file';
import { passageAsSeen } from './find-passage';
import { documentInput, inLockedDocument, readable, saveDocument } from './in-document';
import { seenPassage } from './input';
import { refuseUsed } from './refuse-used';

/** Joins a passage with the one after it. The first keeps its number; that of the second is used up. */
export const mergePassages = operation({
  name: 'merge-passages',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...documentInput, passage: seenPassage, next: seenPassage }),
  subject: inLockedDocument,
  allow: canEditCourse,
  async run({ db, actor, input, subject }) {
    const document = readable(subject);
    const [first, second] = [passageAsSeen(document, input.passage), passageAsSeen(document, input.next)];
    if (second.index !== first.index + 1) throw new Refused('changed-meanwhile');
    await refuseUsed(db, subject.id, second.passage.id);
    const [one, two] = [first.passage, second.passage];
    const file = new DocumentFile(subject.file.text);
    file.setPassage(first.index, {
      text: joined(one.text, two.text),
      ...(one.paraphrase && two.paraphrase ? { paraphrase: joined(one.paraphrase, two.paraphrase) } : {}),
      proposed: `put together from ${one.id} and ${two.id}: look at both again`,
    });
    file.takePassage(second.index);
    // What stood between them stands before what comes next now.
    const after = document.passages[second.index + 1]?.id ?? null;
    for (const [index, { before }] of document.removed.entries())
      if (before === two.id) file.setRemovedBefore(index, after);
    await saveDocument(db, subject, file.toString(), actor.userId);
    return { kept: one.id, gone: two.id };
  },
  audit: ({ subject, output }) => ({
    object: `course:${subject.id}`,
    detail: { path: subject.file.path, ...output },
  }),
});
