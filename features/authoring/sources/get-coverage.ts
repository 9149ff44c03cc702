import * as z from 'zod';
import { draftFilesOf } from '@/db/queries/drafts';
import { canSeeStudio } from '@/rules/access';
import { byTheme, type CoverageSubject, coverage } from '@/rules/sources/coverage';
import { type OutputOf, operation } from '@/server/operation';
import { inStudio, studioInput } from '../studio';
import { isDocumentPath, readDocument } from './document-file';
import { lessonUses } from './lesson-uses';
import { themesOf } from './themes';

/** Which lesson frames which passage, and which objectives and questions test it, in the draft. */
export const getCoverage = operation({
  name: 'get-coverage',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...studioInput, by: z.enum(['passage', 'theme']).default('passage') }),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, input: { by }, subject: course }) {
    const files = await draftFilesOf(db, course.id);
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const fileIds = new Map(files.map(({ id, path }) => [path, id]));
    const lessons = lessonUses(texts);
    const themes = themesOf(texts);
    const labels = new Map(themes.map(({ value, label }) => [value, label]));

    const documents = files
      .filter(({ path }) => isDocumentPath(path))
      .flatMap(({ id, text }) => {
        const document = readDocument(text);
        return document ? [{ fileId: id, document }] : [];
      });
    const directives = themes.filter(({ value }) => /^[A-Z]\d{1,3}$/.test(value));
    const passages = [
      ...directives.map(({ value, label }) => ({
        id: value,
        label: label.slice(value.length).trim(),
        theme: value,
        fileId: null,
      })),
      ...documents.flatMap(({ fileId, document }) =>
        document.passages.map(({ id, title, theme, paraphrase, text }) => ({
          id,
          label: title ?? shortened(paraphrase ?? (document.paraphraseOnly ? '' : text)),
          theme: theme ?? null,
          fileId,
        })),
      ),
    ];
    const subjects: CoverageSubject[] =
      by === 'passage'
        ? passages.map(({ id, label }) => ({ id, label, passages: [id] }))
        : byTheme(passages).map((theme) => ({ ...theme, label: labels.get(theme.id) ?? theme.label }));
    const documentOf = new Map(passages.map(({ id, fileId }) => [id, fileId]));
    return {
      by,
      rows: coverage(subjects, lessons).map((row) => ({
        ...row,
        document: documentOf.get(row.passages[0] ?? '') ?? null,
      })),
      lessons: lessons.map(({ id, title, module, path, objectives, questions }) => ({
        id,
        title,
        module,
        fileId: fileIds.get(path) ?? '',
        objectives: objectives.length,
        questions: questions.length,
      })),
      hasThemes: passages.some(({ theme }) => theme !== null),
    };
  },
});

/** The beginning of a text, not broken inside a word where words are apart. */
const shortened = (text: string): string =>
  text.length > 70 ? `${text.slice(0, 68).replace(/\s+\S*$/, '')} …` : text;

export type CoverageScreen = OutputOf<typeof getCoverage>;
