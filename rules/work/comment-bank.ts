/** A comment that the graders of a course use again. */
export type BankComment = {
  id: string;
  title: string;
  text: string;
  /** The id of the criterion it speaks of; null where it is of none. */
  criterion: string | null;
};

/** The most characters of a title, and the most comments that a course keeps. */
export const longestTitle = 120;
export const mostKept = 500;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * The comments of a bank that have every word of a search, in their title, text or criterion. First come those of the
 * criteria that are graded by, or of none; within them those whose title has the words, then by title.
 */
export function findInBank<Kept extends BankComment>(
  bank: readonly Kept[],
  search: string,
  criteria: readonly string[] = [],
): Kept[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const has = (text: string) => words.every((word) => plain(text).includes(word));
  const far = ({ criterion, title }: BankComment): number =>
    (criterion === null || criteria.includes(criterion) ? 0 : 2) + (has(title) ? 0 : 1);
  return bank
    .filter(({ title, text, criterion }) => has(`${title} ${text} ${criterion ?? ''}`))
    .sort((a, b) => far(a) - far(b) || a.title.localeCompare(b.title, 'en') || (a.id < b.id ? -1 : 1));
}

const usualTitle = 60;

/** A title for a comment that has none: its first line, cut between words. */
export function titleOf(text: string): string {
  const line = text.trim().split('\n')[0]?.trim() ?? '';
  if (line.length <= usualTitle) return line;
  const cut = line.slice(0, usualTitle);
  const space = cut.lastIndexOf(' ');
  return `${(space > 0 ? cut.slice(0, space) : cut).toWellFormed().replaceAll('\uFFFD', '')} …`;
}
