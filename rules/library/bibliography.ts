import type { LibrarySource } from './edition-library';

/** What a source is, in words. */
export const sourceKindWords: Record<string, string> = {
  news: 'News',
  law: 'Law',
  standard: 'Standard',
  paper: 'Paper',
  report: 'Report',
  official: 'Official',
  company: 'Company',
  reference: 'Reference',
};

/** How a bibliography may be sorted. */
export const sourceOrders = {
  author: 'Author or publisher',
  title: 'Title',
  newest: 'Newest first',
  oldest: 'Oldest first',
};
export type SourceOrder = keyof typeof sourceOrders;

export const isSourceOrder = (word: string): word is SourceOrder => Object.hasOwn(sourceOrders, word);

/** Under whose name a source stands. */
export const nameOf = ({ author, publisher }: Pick<LibrarySource, 'author' | 'publisher'>): string =>
  author ?? publisher;

const byText = (a: string, b: string): number => a.localeCompare(b, 'en', { sensitivity: 'base' });
const byDate = (a: LibrarySource, b: LibrarySource): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : 0;

const compare: Record<SourceOrder, (a: LibrarySource, b: LibrarySource) => number> = {
  author: (a, b) => byText(nameOf(a), nameOf(b)) || byDate(a, b),
  title: (a, b) => byText(a.title, b.title),
  newest: (a, b) => byDate(b, a),
  oldest: byDate,
};

/** The sources of a kind, in an order; those that it does not tell apart by title. */
export const sourcesFor = (
  sources: readonly LibrarySource[],
  { kind, order }: { kind?: string; order: SourceOrder },
): LibrarySource[] =>
  sources
    .filter((source) => kind === undefined || source.kind === kind)
    .sort((a, b) => compare[order](a, b) || byText(a.title, b.title));

/** The kinds that there are, each with how many, in the order of the field. */
export const kindsIn = (sources: readonly LibrarySource[]): { kind: string; count: number }[] =>
  Object.keys(sourceKindWords).flatMap((kind) => {
    const count = sources.filter((source) => source.kind === kind).length;
    return count > 0 ? [{ kind, count }] : [];
  });
