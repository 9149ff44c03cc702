import type { Root } from 'mdast';
import type { z } from 'zod';
import type { Asset, CourseFiles, FileProblem } from '@/rules/authoring/course-files';
import { lessonPath } from '@/rules/authoring/course-files';
import type { GlossaryEntry, Passage } from '@/rules/editions/edition';
import { bankTexts } from './bank-texts';
import type { ScorecardRow, TimelineEntry } from './library-schemas';
import { markdownRenderer } from './markdown';
import {
  type CourseHead,
  courseSchema,
  documentSchema,
  glossarySchema,
  passagesSchema,
  type Source,
  type SourceDocument,
  sourcesSchema,
} from './schemas';
import { readScorecard, scorecardPath } from './scorecard';
import { readTimeline } from './timeline';
import { type Parsed, parseYaml } from './yaml';

type PassageEntry = Omit<Passage, 'citation'> & { source: string };

/** What the lessons of a course share, and what stands beside them. */
export type CourseLibrary = {
  sources: ReadonlyMap<string, Source>;
  glossary: ReadonlyMap<string, GlossaryEntry>;
  /** The words that a word of the glossary sends its readers to. */
  seeAlso: ReadonlyMap<string, string[]>;
  passages: ReadonlyMap<string, PassageEntry>;
  /** Source documents by id: each is a source too, and its passages are among the passages. */
  documents: ReadonlyMap<string, SourceDocument>;
  assets: ReadonlyMap<string, Asset>;
  /** The texts of the question bank by path; a quiz compiles those that it draws from. */
  bank: ReadonlyMap<string, string>;
  /** What happened when, earliest first. */
  timeline: readonly TimelineEntry[];
  /** What became of each directive. */
  scorecard: readonly ScorecardRow[];
  /** Where the pictures of this course are served from; paths in the text become addresses below it. */
  assetAddress: (asset: Asset) => string;
  render: (tree: Root) => string;
  /** How Markdown is read, where somebody knows a quicker way to the same tree. */
  parse?: (text: string) => Root;
};

type Report = (problem: FileProblem) => void;
type Found<Entry> = { entry: Entry; file: string; line: number };

const pathsBelow = (texts: ReadonlyMap<string, string>, folder: string): string[] =>
  [...texts.keys()].filter((path) => path.startsWith(`${folder}/`) && path.endsWith('.yaml')).sort();

/** Whether a file is shared by the lessons, rather than a lesson or a module itself. */
export const isLibraryFile = (path: string): boolean =>
  !lessonPath.test(path) && !path.startsWith('modules/') && path.endsWith('.yaml');

/** Whether lessons use what a library file says: the timeline and the scorecard use lessons, not they them. */
export const isForLessons = (path: string): boolean =>
  isLibraryFile(path) && !path.startsWith('timeline/') && path !== scorecardPath;

/** The address under which an asset is served. Its hash is in it, so that it can be kept for ever. */
const assetAddress =
  (slug: string) =>
  ({ hash }: Asset): string =>
    `/api/assets/${slug}/${hash}`;

/** Reads what the lessons of a course share, and reports every mistake in it. */
export async function readLibrary(
  { texts, assets }: CourseFiles,
  report: Report,
): Promise<{ head: Parsed<CourseHead> | null; library: CourseLibrary }> {
  const read = <Schema extends z.ZodType>(file: string, schema: Schema, needed = true) => {
    const text = texts.get(file);
    if (text !== undefined) return parseYaml(file, text, schema, report);
    if (needed) report({ file, line: 1, message: 'this file is missing' });
    return null;
  };
  const collect = <Entry extends { id: string }>(into: Map<string, Found<Entry>>, found: Found<Entry>) => {
    const { entry, file, line } = found;
    if (into.has(entry.id)) report({ file, line, message: `the id "${entry.id}" is used twice` });
    into.set(entry.id, found);
  };
  const readEntries = <Entry extends { id: string }>(files: string[], schema: z.ZodType<Entry[]>) => {
    const found = new Map<string, Found<Entry>>();
    for (const file of files) {
      const parsed = read(file, schema, false);
      for (const [index, entry] of (parsed?.value ?? []).entries()) {
        collect(found, { entry, file, line: parsed?.lineOf([index]) ?? 1 });
      }
    }
    return found;
  };

  const head = read('course.yaml', courseSchema);
  const sources = readEntries(pathsBelow(texts, 'sources'), sourcesSchema);
  const written = readEntries(texts.has('passages.yaml') ? ['passages.yaml'] : [], passagesSchema);
  const passages = new Map<string, Found<PassageEntry>>();
  for (const { entry, ...at } of written.values()) {
    collect(passages, {
      ...at,
      entry: { ...entry, verb: entry.verb ?? null, zh: entry.zh ?? null, pinyin: entry.pinyin ?? null },
    });
  }
  const documents = new Map<string, SourceDocument>();
  for (const file of pathsBelow(texts, 'documents')) {
    const parsed = read(file, documentSchema);
    if (!parsed) continue;
    const { value: document, lineOf } = parsed;
    const hidden = document.paraphraseOnly === true;
    documents.set(document.id, document);
    const line = lineOf(['id']);
    collect(sources, { file, line, entry: asSource(document) });
    for (const [index, passage] of document.passages.entries()) {
      // Nothing at all rather than words that may not be shown; the compiler stops at such a passage.
      const shown = passage.paraphrase ?? (hidden ? '' : passage.text);
      collect(passages, {
        file,
        line: lineOf(['passages', index]),
        entry: {
          id: passage.id,
          title: passage.title ?? firstWords(shown),
          paraphrase: shown,
          speaker: passage.speaker,
          mode: passage.mode,
          verb: passage.verb ?? null,
          zh: passage.zh ?? null,
          pinyin: passage.pinyin ?? null,
          ...(passage.paraphrase || hidden ? {} : { lang: document.language }),
          ...(passage.evidence ? { evidence: passage.evidence } : {}),
          ...(passage.theme ? { theme: passage.theme } : {}),
          source: document.id,
        },
      });
    }
  }
  const glossary = readEntries(pathsBelow(texts, 'glossary'), glossarySchema);
  const entries = new Map<string, GlossaryEntry>();
  for (const [id, { entry, file, line }] of glossary) {
    const { see, ...words } = entry;
    for (const other of see) {
      if (!glossary.has(other)) report({ file, line, message: `${id}: see "${other}" does not exist` });
    }
    entries.set(id, { ...words, zh: words.zh ?? null, pinyin: words.pinyin ?? null });
  }
  for (const { entry, file, line } of passages.values()) {
    if (!sources.has(entry.source))
      report({ file, line, message: `${entry.id}: there is no source "${entry.source}"` });
  }
  const values = <Entry>(found: Map<string, Found<Entry>>) =>
    new Map([...found].map(([id, { entry }]) => [id, entry]));
  const known = { sources: values(sources), passages: values(passages) };
  const timeline = new Map(pathsBelow(texts, 'timeline').map((path) => [path, texts.get(path) ?? '']));
  return {
    head,
    library: {
      ...known,
      glossary: entries,
      seeAlso: new Map([...glossary].map(([id, { entry }]) => [id, entry.see])),
      timeline: readTimeline(timeline, known, report),
      scorecard: readScorecard(texts.get(scorecardPath), known, report),
      documents,
      assets,
      bank: bankTexts(texts),
      assetAddress: assetAddress(head?.value.slug ?? ''),
      render: await markdownRenderer(),
    },
  };
}

/** A title for a passage that has none: its first words. */
function firstWords(text: string): string {
  const words = text.split(/\s+/).filter(Boolean);
  const short = words.length > 1 ? words.slice(0, 8).join(' ') : text.slice(0, 24);
  return short.length < text.trim().length ? `${short} …` : short;
}

function asSource(document: SourceDocument): Source {
  const { passages, removed, rights, retells, paraphraseOnly, numbered, ...source } = document;
  const sentence = (label: string, words?: string | null) =>
    words && `${label}: ${words.replace(/[.。]$/, '')}.`;
  const notes = [source.note, sentence('Retells', retells), sentence('Rights', rights)];
  return { ...source, note: notes.filter(Boolean).join(' ') || null };
}
