import * as z from 'zod';
import { draftFilesOf } from '@/db/queries/drafts';
import { canEditCourse, canSeeStudio } from '@/rules/access';
import { formatSourceDate } from '@/rules/sources/source-date';
import { type OutputOf, operation } from '@/server/operation';
import { inStudio, studioInput } from '../studio';
import { readBibliography } from './bibliography';
import { isDocumentPath, readDocument } from './document-file';
import { lessonUses, usesByPassage } from './lesson-uses';

/** What a course is built from: its source documents, and the bibliography with where each entry is cited. */
export const listSources = operation({
  name: 'list-sources',
  kind: 'read',
  by: 'person',
  input: z.strictObject(studioInput),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, actor, subject: course }) {
    const files = await draftFilesOf(db, course.id);
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const fileIds = new Map(files.map(({ id, path }) => [path, id]));
    const lessons = lessonUses(texts);
    const uses = usesByPassage(lessons);
    const citing = (id: string) =>
      lessons
        .filter(({ sources }) => sources.includes(id))
        .map(({ title, path }) => ({ title, fileId: fileIds.get(path) ?? '' }));
    const documents = files
      .filter(({ path }) => isDocumentPath(path))
      .map(({ id: fileId, path, text }) => {
        const document = readDocument(text);
        if (!document) return { fileId, path, document: null };
        const { id, title, publisher, date, language, passages } = document;
        const counts = {
          passages: passages.length,
          used: passages.filter((passage) => uses.has(passage.id)).length,
          unchecked: passages.filter(({ proposed }) => proposed).length,
        };
        return {
          fileId,
          path,
          document: {
            id,
            title,
            publisher,
            date: formatSourceDate(date),
            language,
            ...counts,
            cited: citing(id),
          },
        };
      });
    const bibliography = readBibliography(texts).map(({ path, ...entry }) => ({
      ...entry,
      fileId: fileIds.get(path) ?? '',
      cited: citing(entry.id),
    }));
    return { documents, bibliography, mayEdit: canEditCourse(actor, course) };
  },
});

export type SourcesScreen = OutputOf<typeof listSources>;
