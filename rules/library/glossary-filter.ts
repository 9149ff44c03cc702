import type { LibraryTerm } from './edition-library';

/** Letters without their marks, so that `hāxī` is found by `haxi`. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The letter a term is filed under: `A` to `Z`, or `#` for what begins with anything else. */
export const letterOf = ({ term }: Pick<LibraryTerm, 'term'>): string => {
  const first = plain(term).charAt(0).toUpperCase();
  return /[A-Z]/.test(first) ? first : '#';
};

export type GlossaryFilter = { letter?: string; search?: string };

/** The terms under a letter that have every word of a search in their name, their Chinese or their meaning. */
export function termsFor(
  terms: readonly LibraryTerm[],
  { letter, search = '' }: GlossaryFilter,
): LibraryTerm[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean);
  return terms.filter((term) => {
    if (letter !== undefined && letterOf(term) !== letter) return false;
    const { zh, pinyin, definition } = term;
    const text = plain([term.term, zh, pinyin, pinyin?.replace(/\s/g, ''), definition].join(' '));
    return wanted.every((word) => text.includes(word));
  });
}

/** Terms by their letter, in the order in which they come. */
export function byLetter(terms: readonly LibraryTerm[]): { letter: string; terms: LibraryTerm[] }[] {
  const letters = new Map<string, LibraryTerm[]>();
  for (const term of terms) letters.set(letterOf(term), [...(letters.get(letterOf(term)) ?? []), term]);
  return [...letters]
    .map(([letter, of]) => ({ letter, terms: of }))
    .sort((a, b) => (a.letter < b.letter ? -1 : 1));
}
