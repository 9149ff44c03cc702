import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { proposeSpeech } from '@/rules/sources/speech';
import { joined, sentencesOf } from '@/rules/sources/split-passages';
import { InvalidInput, operation } from '@/server/operation';
import { DocumentFile } from './document-file';
import { passageAsSeen } from './find-passage';
import { documentInput, inLockedDocument, readable, saveDocument } from './in-document';
import { seenPassage } from './input';
import { nextNumber } from './next-number';
import { proposedPassage } from './propose-passages';

/** Splits a passage before one of its sentences. What comes after is a passage with a number of its own. */
export const splitPassage = operation({
  name: 'split-passage',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...documentInput,
    passage: seenPassage,
    at: z.coerce.number({ error: 'Choose the sentence that begins the new passage.' }).int().min(1),
  }),
  subject: inLockedDocument,
  allow: canEditCourse,
  async run({ db, actor, input, subject }) {
    const document = readable(subject);
    const { passage, index } = passageAsSeen(document, input.passage);
    const sentences = sentencesOf(passage.text);
    if (input.at >= sentences.length)
      throw new InvalidInput({ at: 'Choose the sentence that begins the new passage.' });
    const [head, rest] = [sentences.slice(0, input.at), sentences.slice(input.at)];
    const number = await nextNumber(db, subject.id, document);
    const piece = { text: rest.reduce(joined), kind: 'text' as const };
    const [proposal] = proposeSpeech([piece], document.author ?? document.publisher, passage.speaker);
    const file = new DocumentFile(subject.file.text);
    file.setPassage(index, {
      text: head.reduce(joined),
      proposed: `${number} was split off from it: look at it again`,
    });
    if (proposal) file.addPassage(index + 1, proposedPassage(number, piece, proposal));
    file.set({ numbered: number });
    await saveDocument(db, subject, file.toString(), actor.userId);
    return { kept: passage.id, added: number };
  },
  audit: ({ subject, output }) => ({
    object: `course:${subject.id}`,
    detail: { path: subject.file.path, ...output },
  }),
});
