import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { operation, Refused } from '@/server/operation';
import { DocumentFile } from './document-file';
import { documentInput, inLockedDocument, readable, saveDocument } from './in-document';
import { documentDetails } from './input';
import { detailsVersion } from './passage-version';

/** Changes what is known of a document: its title, where it comes from, and on what terms it is used. */
export const correctDocument = operation({
  name: 'correct-document',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...documentInput, ...documentDetails, version: z.string().max(20) }),
  subject: inLockedDocument,
  allow: canEditCourse,
  async run({ db, actor, input, subject }) {
    const { course: _course, document: _file, version, language, paraphraseOnly, ...details } = input;
    const document = readable(subject);
    if (detailsVersion(document) !== version) throw new Refused('changed-meanwhile');
    const file = new DocumentFile(subject.file.text);
    file.set({
      ...details,
      language: language ?? document.language,
      paraphraseOnly: paraphraseOnly || null,
    });
    await saveDocument(db, subject, file.toString(), actor.userId);
    return { ok: true };
  },
  audit: ({ subject }) => ({ object: `course:${subject.id}`, detail: { path: subject.file.path } }),
});
