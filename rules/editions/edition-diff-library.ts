import type { EditionLibrary, Scorecard } from '../library/edition-library';
import type { WordChange } from './edition-diff-words';

type Row = Omit<Scorecard, 'directive'>;

const says = ({ says: words, date, sources }: Row['against'][number]): string =>
  `${words} (${date}; ${sources.join(', ')})`;

const rowInWords = ({ promised, found, against, unknown, verdict }: Row): string[] => [
  `Promised: ${promised}`,
  ...found.map((one) => `Found, ${one.level}: ${says(one)}`),
  ...against.map((one) => `Against: ${says(one)}`),
  `Unknown: ${unknown}`,
  `Verdict: ${verdict}`,
];

/** The rooms of a library as lines of text, a line a thing. */
const rooms: Record<string, (library: EditionLibrary) => string[]> = {
  Glossary: ({ glossary }) =>
    glossary.map(({ term, zh, pinyin, definition }) =>
      [`${term}:`, zh, pinyin, definition].filter(Boolean).join(' '),
    ),
  Timeline: ({ timeline }) =>
    timeline.map(({ date, what, actor, place, instrument, directives, sources }) =>
      [`${date}: ${what}`, actor, place, instrument, ...directives, ...sources].join(', '),
    ),
  Bibliography: ({ sources }) =>
    sources.map(({ title, author, publisher, date, kind, primary, url, note }) =>
      [title, author, publisher, date, kind, primary ? 'primary' : 'secondary', url, note]
        .filter(Boolean)
        .join(', '),
    ),
  Scorecard: ({ directives }) =>
    directives.flatMap(({ id, score }) => (score ? rowInWords(score).map((line) => `${id} ${line}`) : [])),
};

/** What changed beside the lessons. What of it follows from the lessons alone is told by those. */
export function libraryChanges(before: EditionLibrary | null, after: EditionLibrary | null): WordChange[] {
  return Object.entries(rooms).flatMap(([what, linesOf]) => {
    const [was, is] = [before, after].map((library) => (library ? linesOf(library) : []));
    // Only the lines that are not in both: a long room with one change is told in one line.
    const only = (lines: string[] = [], others: string[] = []) =>
      lines.filter((line) => !others.includes(line)).join('\n');
    const change = { what, before: only(was, is), after: only(is, was) };
    return change.before === change.after ? [] : [change];
  });
}
