import type { Span } from '@/rules/assessment/annotation';
import type { Answer } from '@/rules/learning/evidence';

/** How long the passage is, and which ids each label has. */
export type Asked = { words: number; labels: string[][] };

/** A place in the passage as it was given; null for what is none. */
function placeIn(entry: string | undefined, words: number): number | null {
  if (!/^\d{1,5}$/.test(entry ?? '')) return null;
  const place = Number(entry);
  return place < words ? place : null;
}

/**
 * The spans of an answer, so many strings each; those left empty are none. Null for what cannot be an answer:
 * a span without its words, one that ends before it begins, a label that is missing or unknown.
 */
export function spansIn(answer: Answer, { words, labels }: Asked): Span[] | null {
  const size = 2 + labels.length;
  if (answer.length % size !== 0) return null;
  const spans: Span[] = [];
  for (let at = 0; at < answer.length; at += size) {
    const [first, last, ...given] = answer.slice(at, at + size);
    if ([first, last, ...given].every((entry) => entry?.trim() === '')) continue;
    const [from, to] = [placeIn(first, words), placeIn(last, words)];
    if (from === null || to === null || to < from) return null;
    if (!labels.every((ids, index) => ids.includes(given[index] ?? ''))) return null;
    spans.push({ from, to, labels: given });
  }
  return spans;
}
