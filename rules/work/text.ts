/** Characters that a text of written work has at the most. */
export const longestText = 100_000;

/** Words of a text; every Chinese character counts by itself. */
export function countWords(text: string): number {
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words =
    text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0;
  return characters + words;
}

/** A paragraph with its place in the text. */
export type Passage = { from: number; text: string };

/**
 * The paragraphs of a text, as they are numbered for who grades it: what an empty line parts.
 * @param text with line ends of one kind, as it is stored
 */
export function passagesOf(text: string): Passage[] {
  const found: Passage[] = [];
  let from = 0;
  for (const part of text.split(/(\n[^\S\n]*(?:\n[^\S\n]*)+)/)) {
    const words = part.trim();
    if (words !== '') found.push({ from: from + part.indexOf(words), text: words });
    from += part.length;
  }
  return found;
}

/** The same without their places, of a text with any line ends. */
export const paragraphsOf = (text: string): string[] =>
  passagesOf(text.replace(/\r\n?/g, '\n')).map((passage) => passage.text);
