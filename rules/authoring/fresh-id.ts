/** As long as an id may be with a number after it. */
const longest = 48;

/** The id that words give by themselves; null where they have no Latin letters or digits to give. */
export function idFrom(words: string): string | null {
  const plain = words
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (plain === '') return null;
  if (plain.length <= longest) return plain;
  const end = plain.lastIndexOf('-', longest);
  return plain.slice(0, end > longest / 2 ? end : longest).replace(/-$/, '');
}

/**
 * An id from words that nothing has yet, or from `fallback` where the words give none. What follows a
 * block in its section is called `<section>-2`, so that a number is not put behind an id that is taken.
 */
export function freshId(words: string, taken: ReadonlySet<string>, fallback: string): string {
  const base = idFrom(words) ?? fallback;
  if (!taken.has(base)) return base;
  for (let number = 1; ; number += 1) {
    const candidate = `${base}-no${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Every id that stands in braces in a text. */
export const idsIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/\{#([a-z0-9]+(?:-[a-z0-9]+)*)/g)].map(([, id = '']) => id));
