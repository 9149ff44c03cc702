import type { CompiledLesson, GlossaryEntry } from '../editions/edition';
import type { EvidenceLevel } from '../sources/evidence-levels';
import { firstUses, type Use } from './first-uses';
import type { Instrument } from './instruments';

/** A word of the course, with where it is first used; null where no lesson marks it. */
export type LibraryTerm = GlossaryEntry & { see: string[]; first: Use | null };

/** Something that happened: `date` is as exact as it is known. */
export type LibraryEvent = {
  date: string;
  what: string;
  actor: string;
  place: string;
  instrument: Instrument;
  directives: string[];
  sources: string[];
};

/** What is known of a source. */
export type SourceWords = {
  id: string;
  title: string;
  publisher: string;
  author: string | null;
  date: string;
  url: string | null;
  language: string;
  kind: string;
  primary: boolean;
  usedFor: string;
  note: string | null;
};

/** A source that something cites: the lessons, how many entries of the timeline, the passages by their rows. */
export type LibrarySource = SourceWords & { lessons: string[]; events: number; directives: string[] };

export type Scorecard = {
  directive: string;
  promised: string;
  found: { says: string; level: EvidenceLevel; date: string; sources: string[] }[];
  against: { says: string; date: string; sources: string[] }[];
  unknown: string;
  verdict: string;
};

type DirectiveWords = {
  id: string;
  title: string;
  paraphrase: string;
  speaker: string;
  mode: string;
  verb: string | null;
  zh: string | null;
  pinyin: string | null;
  /** The language of the words, where they are the document's own. */
  lang?: string;
  source: string;
};

/** A passage with the lessons that explain it, the bank questions that test it, and what became of it. */
export type LibraryDirective = DirectiveWords & {
  lessons: string[];
  bank: number;
  score: Omit<Scorecard, 'directive'> | null;
};

/** What stands beside the lessons of an edition. Lessons are named by their ids, in reading order. */
export type EditionLibrary = {
  glossary: LibraryTerm[];
  timeline: LibraryEvent[];
  sources: LibrarySource[];
  directives: LibraryDirective[];
  lessons: { id: string; objectives: string[]; questions: number }[];
};

/** What a library is made from. */
export type LibraryParts = {
  glossary: (GlossaryEntry & { see: string[] })[];
  timeline: LibraryEvent[];
  scorecard: Scorecard[];
  sources: SourceWords[];
  /** `apart`: a passage of a document, which is of the library only where something speaks of it. */
  passages: { words: DirectiveWords; apart: boolean }[];
  lessons: CompiledLesson[];
  /** Of each question of the bank that a lesson may draw, the passage that it tests. */
  bank: (string | null)[];
};

/** Makes the library of an edition; null where nothing would stand in it. */
export function makeLibrary(parts: LibraryParts): EditionLibrary | null {
  const uses = firstUses(parts.lessons);
  const glossary = parts.glossary
    .map((term) => ({ ...term, first: uses.get(term.id) ?? null }))
    .sort((a, b) => a.term.localeCompare(b.term, 'en'));
  const directives = directivesOf(parts);
  const sources = sourcesOf(parts, directives);
  if (glossary.length + parts.timeline.length + sources.length + directives.length === 0) return null;
  const lessons = parts.lessons.map(({ id, objectives, blocks }) => ({
    id,
    objectives,
    questions: blocks.filter(({ question }) => question !== null).length,
  }));
  return { glossary, timeline: parts.timeline, sources, directives, lessons };
}

function directivesOf({ passages, lessons, scorecard, timeline, bank }: LibraryParts): LibraryDirective[] {
  const scores = new Map(scorecard.map(({ directive, ...score }) => [directive, score]));
  return passages.flatMap(({ words, apart }) => {
    const explained = lessons.filter(({ passages: used }) => used.some(({ id }) => id === words.id));
    const score = scores.get(words.id) ?? null;
    const dated = timeline.some(({ directives }) => directives.includes(words.id));
    if (apart && explained.length === 0 && !score && !dated) return [];
    return {
      ...words,
      lessons: explained.map(({ id }) => id),
      bank: bank.filter((tested) => tested === words.id).length,
      score,
    };
  });
}

/** The sources that a row of the scorecard cites. */
const citedBy = ({ found, against }: Omit<Scorecard, 'directive'>): string[] =>
  [...found, ...against].flatMap(({ sources }) => sources);

function sourcesOf(
  { sources, lessons, timeline }: LibraryParts,
  directives: LibraryDirective[],
): LibrarySource[] {
  return sources
    .map((source) => ({
      ...source,
      lessons: lessons
        .filter((lesson) => lesson.sources.some(({ id }) => id === source.id))
        .map(({ id }) => id),
      events: timeline.filter((event) => event.sources.includes(source.id)).length,
      directives: directives
        .filter(
          ({ source: own, score }) => own === source.id || (score && citedBy(score).includes(source.id)),
        )
        .map(({ id }) => id),
    }))
    .filter((source) => source.lessons.length + source.events + source.directives.length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
