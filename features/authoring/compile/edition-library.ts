import { setNameOf } from '@/rules/assessment/bank';
import type { CompiledLesson } from '@/rules/editions/edition';
import { type EditionLibrary, makeLibrary, type SourceWords } from '@/rules/library/edition-library';
import { type SpeechMode, speechModes } from '@/rules/sources/evidence-levels';
import type { SetResult } from './bank-cache';
import type { CourseLibrary } from './library';
import type { Source } from './schemas';

/** What readers are told of a source: a source document has more, its text among it. */
const wordsOf = ({ id, title, publisher, author, date, url, ...more }: Source): SourceWords => ({
  id,
  title,
  publisher,
  author: author ?? null,
  date,
  url: url ?? null,
  language: more.language,
  kind: more.kind,
  primary: more.primary,
  usedFor: more.usedFor,
  note: more.note ?? null,
});

/**
 * The library of an edition: what stands beside its lessons, and what they come to together.
 * @param drawn the names of the sets that quizzes draw from; nothing else of the bank is published
 */
export function editionLibrary(
  library: CourseLibrary,
  lessons: CompiledLesson[],
  bank: ReadonlyMap<string, SetResult>,
  drawn: ReadonlySet<string>,
): EditionLibrary | null {
  const sets = [...bank].filter(([path]) => drawn.has(setNameOf(path) ?? ''));
  return makeLibrary({
    glossary: [...library.glossary.values()].map((term) => ({
      ...term,
      see: library.seeAlso.get(term.id) ?? [],
    })),
    timeline: [...library.timeline],
    scorecard: [...library.scorecard],
    sources: [...library.sources.values()].map(wordsOf),
    passages: [...library.passages.values()].map(({ evidence: _level, theme: _theme, mode, ...words }) => ({
      words: { ...words, mode: speechModes[mode as SpeechMode] },
      apart: isOf(words, library),
    })),
    lessons,
    bank: sets.flatMap(([, { set }]) => (set?.questions ?? []).map(({ passage }) => passage)),
  });
}

/** Whether a passage stands in the document that is its source; one of `passages.yaml` may name that, too. */
const isOf = ({ id, source }: { id: string; source: string }, { documents }: CourseLibrary): boolean =>
  documents.get(source)?.passages.some((passage) => passage.id === id) ?? false;
