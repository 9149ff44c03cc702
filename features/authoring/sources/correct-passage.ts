import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { operation } from '@/server/operation';
import { DocumentFile, type DocumentPassage } from './document-file';
import { passageAt } from './find-passage';
import { documentInput, inLockedDocument, readable, saveDocument } from './in-document';
import { passageFieldNames, passageFields, passageNumber } from './input';
import { passageVersion } from './passage-version';

/** What a passage says of itself, as a form holds it. */
export type PassageFields = Record<(typeof passageFieldNames)[number], string>;
export type Corrected = { ok: true } | { ok: false; theirs: PassageFields; version: string };

const asFields = (passage: DocumentPassage): PassageFields =>
  Object.fromEntries(passageFieldNames.map((name) => [name, passage[name] ?? ''])) as PassageFields;

/**
 * Says of a passage who speaks, how and by which verb, what it belongs to and how well it is supported. A
 * person has looked at it then. What somebody else said meanwhile is not written over: it is given back.
 */
export const correctPassage = operation({
  name: 'correct-passage',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...documentInput,
    passage: passageNumber,
    version: z.string().max(20),
    ...passageFields,
  }),
  subject: inLockedDocument,
  allow: canEditCourse,
  async run({ db, actor, input, subject }): Promise<Corrected> {
    const { course: _course, document: _document, passage: id, version, ...fields } = input;
    const { passage, index } = passageAt(readable(subject), id);
    if (passageVersion(passage) !== version)
      return { ok: false, theirs: asFields(passage), version: passageVersion(passage) };
    const file = new DocumentFile(subject.file.text);
    file.setPassage(index, { ...fields, proposed: null });
    await saveDocument(db, subject, file.toString(), actor.userId);
    return { ok: true };
  },
  audit: ({ input, subject, output }) =>
    output.ok
      ? { object: `course:${subject.id}`, detail: { path: subject.file.path, passage: input.passage } }
      : null,
});
