/** A document has one letter, and its passages count from 1 to 999: `A1`, `A2`, … */
export const mostPassages = 999;

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));

/** The letter of a passage's number: that of its document. */
export const letterOf = (id: string): string => id.slice(0, 1);

/** The running part of a passage's number. */
export const countOf = (id: string): number => Number(id.slice(1));

/** The first letter that no passage has ever begun with; null when all 26 are taken. */
export function freeLetter(ids: Iterable<string>): string | null {
  const taken = new Set([...ids].map(letterOf));
  return letters.find((letter) => !taken.has(letter)) ?? null;
}

/** The highest number among those of one letter; 0 when there is none. */
export function highestCount(letter: string, ids: Iterable<string>): number {
  let highest = 0;
  for (const id of ids) if (letterOf(id) === letter) highest = Math.max(highest, countOf(id));
  return highest;
}

/**
 * The next numbers of a document, after every number ever given: what was deleted, merged or split keeps
 * its own for good. Null when the document would have more than it can hold.
 */
export function nextNumbers(letter: string, ever: Iterable<string>, count: number): string[] | null {
  const highest = highestCount(letter, ever);
  if (highest + count > mostPassages) return null;
  return Array.from({ length: count }, (_, index) => `${letter}${highest + 1 + index}`);
}
