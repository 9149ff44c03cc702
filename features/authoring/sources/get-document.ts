import * as z from 'zod';
import { draftFilesOf } from '@/db/queries/drafts';
import { canEditCourse, canSeeStudio } from '@/rules/access';
import { formatSourceDate } from '@/rules/sources/source-date';
import { sentencesOf } from '@/rules/sources/split-passages';
import { type OutputOf, operation } from '@/server/operation';
import type { DocumentPassage } from './document-file';
import { documentInput, inDocument } from './in-document';
import { lessonUses, usesByPassage } from './lesson-uses';
import { detailsVersion, passageVersion, removedVersion } from './passage-version';
import { themesOf } from './themes';

/** Passages on one page: as many as a person corrects in one sitting. */
const perPage = 30;
/** Sentences at which one may split are offered up to here. */
const mostSentences = 60;

/**
 * A source document as it is read and corrected: its passages in order, a page of them, with what was
 * taken out where it stood. `passages` is null when the file has a mistake.
 */
export const getDocument = operation({
  name: 'get-document',
  kind: 'read',
  by: 'person',
  input: z.strictObject({
    ...documentInput,
    show: z.enum(['all', 'unchecked']).default('all'),
    page: z.int().min(1).max(10_000).default(1),
  }),
  subject: inDocument,
  allow: canSeeStudio,
  async run({ db, actor, input: { show, page: asked }, subject }) {
    const { file, document } = subject;
    const head = { fileId: file.id, path: file.path, mayEdit: canEditCourse(actor, subject) };
    if (!document) return { ...head, document: null };
    const files = await draftFilesOf(db, subject.id);
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const fileIds = new Map(files.map(({ id, path }) => [path, id]));
    const uses = usesByPassage(lessonUses(texts));
    const { passages, removed, ...details } = document;

    const views = passages.map((passage, index) => ({
      ...passage,
      version: passageVersion(passage),
      sentences: sentencesOf(passage.text).slice(0, mostSentences),
      next: nextOf(passages[index + 1]),
      lessons: (uses.get(passage.id) ?? []).map(({ title, path }) => ({
        title,
        fileId: fileIds.get(path) ?? '',
      })),
      removed: [] as RemovedView[],
    }));
    const byId = new Map(views.map((view) => [view.id, view]));
    const atEnd: RemovedView[] = [];
    for (const [index, entry] of removed.entries()) {
      const view = {
        index,
        version: removedVersion(entry),
        text: entry.text,
        why: entry.why,
        id: entry.was?.id ?? null,
      };
      (byId.get(entry.before ?? '')?.removed ?? atEnd).push(view);
    }

    const chosen = show === 'all' ? views : views.filter(({ proposed }) => proposed);
    const pages = Math.max(1, Math.ceil(chosen.length / perPage));
    const page = Math.min(asked, pages);
    return {
      ...head,
      document: { ...details, dateWords: formatSourceDate(details.date), version: detailsVersion(document) },
      counts: {
        passages: views.length,
        unchecked: views.filter(({ proposed }) => proposed).length,
        used: views.filter(({ lessons }) => lessons.length > 0).length,
        removed: removed.length,
      },
      speakers: [...new Set([...passages.map(({ speaker }) => speaker), details.publisher])].sort(),
      themes: themesOf(texts),
      show,
      page,
      pages,
      passages: chosen.slice((page - 1) * perPage, page * perPage),
      removedAtEnd: page === pages ? atEnd : [],
    };
  },
});

type RemovedView = { index: number; version: string; text: string; why: string; id: string | null };

const nextOf = (passage: DocumentPassage | undefined) =>
  passage ? { id: passage.id, version: passageVersion(passage) } : null;

export type DocumentScreen = Extract<OutputOf<typeof getDocument>, { counts: object }>;
export type PassageView = DocumentScreen['passages'][number];
export type { RemovedView };
