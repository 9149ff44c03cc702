import * as z from 'zod';
import { recordDraftFiles } from '@/db/queries/drafts';
import { passageNumbersEver } from '@/db/queries/edition-files';
import { canEditCourse } from '@/rules/access';
import { proposedSlug, slugWith } from '@/rules/authoring/course-draft';
import { freeLetter, mostPassages, nextNumbers } from '@/rules/sources/passage-number';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { draftOf, draftText, inLockedStudio, studioInput } from '../studio';
import { readBibliography } from './bibliography';
import { documentPath, documentText, readDocument } from './document-file';
import { TooMuchMarkup } from './html-paragraphs';
import { documentDetails } from './input';
import { proposePassages, type ReadText, readText } from './propose-passages';
import { readParagraphs, type TextFormat } from './read-document-text';

/** Furniture is kept to be put back; beyond this the whole page was copied, and not the article. */
const mostRemoved = 1_500;
/** What a row of the draft can hold, in bytes. */
const largestFile = 4_194_304;

function readOrExplain(
  text: string,
  format: TextFormat,
  about: { title: string; publisher: string },
): ReadText {
  try {
    return readText(readParagraphs(text, format), about);
  } catch (error) {
    if (!(error instanceof TooMuchMarkup)) throw error;
    throw new InvalidInput({
      text: 'This page has more markup than an article. Copy its text and paste that.',
    });
  }
}

/** Chinese where a third of the letters are; English otherwise. */
const languageOf = (text: string): string => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han * 3 > letters ? 'zh' : 'en';
};

/** An id that no source of the course has, made from the title where that has Latin letters. */
function freeId(title: string, letter: string, texts: ReadonlyMap<string, string>): string {
  const taken = new Set(readBibliography(texts).map(({ id }) => id));
  for (const [path, text] of texts) {
    if (path.startsWith('documents/')) taken.add(readDocument(text)?.id ?? '').add(path.slice(10, -5));
  }
  const slug = proposedSlug(title) ?? `source-${letter.toLowerCase()}`;
  let id = slug;
  for (let number = 2; taken.has(id); number += 1) id = slugWith(slug, String(number));
  return id;
}

/**
 * Takes a text in as a source document: cleaned of page furniture, split into numbered passages, with
 * speakers and modes proposed. Every proposal stays marked until somebody has checked it.
 */
export const addDocument = operation({
  name: 'add-document',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...studioInput,
    ...documentDetails,
    text: draftText.refine((text) => text.trim() !== '', 'Paste the text, or choose a file.'),
    format: z.enum(['text', 'markdown', 'html']).default('text'),
  }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, actor, input, subject: course }) {
    const { course: _slug, text, format, language, ...details } = input;
    const { pieces, removed } = readOrExplain(text, format, details);
    if (pieces.length === 0)
      throw new InvalidInput({ text: 'There is no text in this, only page furniture.' });
    if (pieces.length > mostPassages)
      throw new InvalidInput({
        text: `This text gives ${pieces.length} passages, and a document holds at most ${mostPassages}. Add it in parts.`,
      });
    if (removed.length > mostRemoved)
      throw new InvalidInput({
        text: `More than ${mostRemoved} lines of this are page furniture. Copy only the text of the article.`,
      });
    const ever = await passageNumbersEver(db, course.id);
    const letter = freeLetter(ever);
    const ids = letter && nextNumbers(letter, ever, pieces.length);
    if (!letter || !ids) throw new Refused('no-letter-left');
    const { texts } = await draftOf(db, course.id);
    const id = freeId(details.title, letter, texts);
    const file = documentText({
      id,
      ...details,
      language: language ?? languageOf(pieces.map((piece) => piece.text).join('')),
      paraphraseOnly: details.paraphraseOnly || null,
      numbered: ids.at(-1) ?? null,
      passages: proposePassages(pieces, ids, details.author ?? details.publisher),
      removed: removed.map((entry) => ({ ...entry, before: ids[entry.before] ?? null })),
    });
    if (Buffer.byteLength(file) > largestFile || !readDocument(file))
      throw new InvalidInput({ text: 'This is too much for one document. Add it in parts.' });
    const path = documentPath(id);
    const added = await recordDraftFiles(db, course.id, [[path, file]], actor.userId);
    return { document: added.get(path) ?? '', path, passages: ids.length, removed: removed.length };
  },
  audit: ({ subject, output: { path, passages } }) => ({
    object: `course:${subject.id}`,
    detail: { path, passages },
  }),
});
