import { diffWordsWithSpace } from 'diff';

export type TextPart = { text: string; change: 'same' | 'added' | 'removed' };

/** Beyond this many changed words two texts have little in common, and are shown one after the other. */
const mostEdits = 1_000;
/** Of what is the same, or whole, no more than this is shown at either end. */
const context = 90;
const longest = 2_000;

/** The beginning or the end of a text, at a word, with dots where something is left out. */
const head = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S{0,20}$/, '')} …`;
const tail = (text: string): string =>
  text.length <= context ? text : `… ${text.slice(-context).replace(/^\S{0,20}\s+/, '')}`;

function shortened(part: TextPart, index: number, all: readonly TextPart[]): TextPart {
  const { text, change } = part;
  if (change !== 'same' || text.length <= 2.5 * context) {
    return all.length === 1 || change !== 'same' ? { text: head(text, longest), change } : part;
  }
  if (all.length === 1) return { text: head(text, longest), change };
  if (index === 0) return { text: tail(text), change };
  if (index === all.length - 1) return { text: head(text, context), change };
  return { text: `${head(text, context)} ${tail(text).slice(2)}`, change };
}

/** Two texts as one, with the words that were added and removed; long stretches that stayed are left out. */
export function wordDiff(before: string, after: string): TextPart[] {
  const changes =
    before === '' || after === ''
      ? undefined
      : diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  const parts: TextPart[] = changes
    ? changes.map(({ value, added, removed }) => ({
        text: value,
        change: added ? 'added' : removed ? 'removed' : 'same',
      }))
    : [
        { text: before, change: 'removed' },
        { text: after, change: 'added' },
      ];
  return parts.filter(({ text }) => text !== '').map(shortened);
}
