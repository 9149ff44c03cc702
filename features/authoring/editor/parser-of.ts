import type { Root } from 'mdast';
import { type Parsed, parseAgain } from './parse-again';

/** In characters of text; a tree takes some fifty times that. */
const most = 2_000_000;
const files = new Map<string, Parsed>();

/** How a file is parsed while somebody writes it: what did not change since last time is not read again. */
export function parserOf(fileId: string): (text: string) => Root {
  return (text) => {
    const parsed = parseAgain(files.get(fileId) ?? null, text);
    files.delete(fileId);
    files.set(fileId, parsed);
    let length = 0;
    for (const [id, { text: kept }] of [...files].reverse()) {
      length += kept.length;
      if (length > most) files.delete(id);
    }
    // Compiling changes the tree it is given.
    return structuredClone(parsed.tree);
  };
}
