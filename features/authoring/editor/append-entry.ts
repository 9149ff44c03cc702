import { isSeq, parseDocument, stringify } from 'yaml';

type Entry = Record<string, unknown>;

/** How a YAML file of ours is written: one line per value, however long, and lists as `[a, b]`. */
const style = { lineWidth: 0, flowCollectionPadding: false } as const;

/** The entries of a list; null when it is none, or has mistakes. */
function entriesIn(text: string): unknown[] | null {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0) return null;
  try {
    const value: unknown = document.toJS();
    return Array.isArray(value) ? value : value === null || value === undefined ? [] : null;
  } catch {
    // Aliases that multiply a small text into a large one.
    return null;
  }
}

/**
 * Adds an entry to a YAML file that is a list. What stands there stays as it is, to the letter: the entry
 * is written below it. @returns the new text, or null when the file is no list or has mistakes.
 */
export function appendEntry(text: string, entry: Entry): string | null {
  const before = entriesIn(text);
  if (before === null) return null;
  const document = parseDocument(text, { prettyErrors: false });
  const list = document.contents;
  const written = stringify([entry], style);
  const isBlock = list === null || (isSeq(list) && list.flow !== true && before.length > 0);
  if (isBlock) {
    const start = isSeq(list) ? (list.range?.[0] ?? 0) : 0;
    const line = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
    const indent = ' '.repeat(start - line);
    const above = text.trim() === '' ? '' : `${text.trimEnd()}\n`;
    const added = above + written.replace(/^(?=.)/gm, indent);
    if (entriesIn(added)?.length === before.length + 1) return added;
  }
  if (isSeq(list)) list.flow = false;
  document.addIn([], document.createNode(entry));
  return document.toString(style);
}
