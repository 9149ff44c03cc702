import type { Passage } from './text';

/** A span of a text, in UTF-16 units from its beginning; `to` is the first that is not of it. */
export type Anchor = { from: number; to: number };

/** What a grader says to some words of a text. */
export type TextComment = Anchor & { id: string; quote: string; says: string };

/** The most characters of a span and of a comment, and the most comments on a text. */
export const longestSpan = 5_000;
export const longestComment = 2_000;
export const mostComments = 100;

const withinCharacter = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1));

/**
 * A span as it is kept: without white space at its ends, and of whole characters. Null where no words are left, or
 * too many.
 */
export function anchorAt(text: string, { from, to }: Anchor): Anchor | null {
  const inside = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to <= text.length;
  if (!inside || from >= to) return null;
  const words = text.slice(from, to);
  const start = to - words.trimStart().length;
  const end = from + words.trimEnd().length;
  const kept = {
    from: withinCharacter(text, start) ? start - 1 : start,
    to: withinCharacter(text, end) ? end + 1 : end,
  };
  return start < end && kept.to - kept.from <= longestSpan ? kept : null;
}

/** As a text with every white space alike, so that words are found over the end of a line. */
const evenly = (text: string): string => text.replace(/\s/g, ' ');

/**
 * Where words stand in a paragraph, by its number from 1: their first place, or the whole paragraph where no words
 * are given. Else which of the two is not there.
 */
export function findAnchor(
  passages: readonly Passage[],
  number: number,
  words: string,
): Anchor | 'paragraph' | 'words' {
  const passage = passages[number - 1];
  if (!passage) return 'paragraph';
  const wanted = evenly(words.trim());
  const at = evenly(passage.text).indexOf(wanted);
  if (at < 0) return 'words';
  const length = Math.min(wanted === '' ? passage.text.length : wanted.length, longestSpan);
  return { from: passage.from + at, to: passage.from + at + length };
}

export type Numbered<Comment extends Anchor = TextComment> = Comment & { number: number };

/** Comments in the order of the text, numbered from 1: by where they begin, then by where they end. */
export const numbered = <Comment extends Anchor & { id: string }>(
  comments: readonly Comment[],
): Numbered<Comment>[] =>
  [...comments]
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1))
    .map((comment, index) => ({ ...comment, number: index + 1 }));

/** The comments that begin in a paragraph. */
export const beginningIn = <Comment extends Anchor>(
  { from, text }: Passage,
  comments: readonly Comment[],
): Comment[] => comments.filter((comment) => comment.from >= from && comment.from < from + text.length);

/** A part of a paragraph over which the same comments lie, and those of them that begin with it. */
export type Segment = { from: number; text: string; of: number[]; begin: number[] };

/** A paragraph cut where a comment begins or ends; the parts together are the paragraph. */
export function segmentsOf({ from, text }: Passage, comments: readonly Numbered<Anchor>[]): Segment[] {
  const end = from + text.length;
  const over = comments.filter((comment) => comment.from < end && comment.to > from);
  const cuts = new Set([from, end]);
  for (const comment of over) {
    cuts.add(Math.max(comment.from, from));
    cuts.add(Math.min(comment.to, end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const until = places[index + 1] ?? end;
    return {
      from: start,
      text: text.slice(start - from, until - from),
      of: over.filter((one) => one.from <= start && one.to >= until).map(({ number }) => number),
      begin: over.filter((one) => one.from === start).map(({ number }) => number),
    };
  });
}
