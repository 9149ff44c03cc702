import * as z from 'zod';
import { draftFilesOf } from '@/db/queries/drafts';
import { canEditCourse } from '@/rules/access';
import { type OutputOf, operation } from '@/server/operation';
import { isClaim } from './frame-text';
import { documentInput, inDocument } from './in-document';
import { lessonUses, usesByPassage } from './lesson-uses';
import { modulesOf } from './modules-of';

/** What one chooses from when a lesson is framed: the passages of a document and the modules of the course. */
export const getFraming = operation({
  name: 'get-framing',
  kind: 'read',
  by: 'person',
  input: z.strictObject(documentInput),
  subject: inDocument,
  allow: canEditCourse,
  async run({ db, subject }) {
    const { document, file } = subject;
    if (!document) return null;
    const files = await draftFilesOf(db, subject.id);
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const uses = usesByPassage(lessonUses(texts));
    return {
      fileId: file.id,
      title: document.title,
      language: document.language,
      paraphraseOnly: document.paraphraseOnly === true,
      passages: document.passages.map((passage) => ({
        id: passage.id,
        title: passage.title ?? null,
        words: passage.paraphrase ?? passage.text,
        own: !passage.paraphrase,
        speaker: passage.speaker,
        mode: passage.mode,
        evidence: passage.evidence ?? null,
        claim: isClaim(passage),
        unchecked: Boolean(passage.proposed),
        lessons: (uses.get(passage.id) ?? []).map(({ title }) => title),
      })),
      modules: modulesOf(texts),
    };
  },
});

export type FramingScreen = NonNullable<OutputOf<typeof getFraming>>;
