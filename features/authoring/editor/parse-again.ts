import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../compile/markdown';

/** A text with its tree, as it was parsed before. The tree is nobody else's. */
export type Parsed = { text: string; tree: Root };

/**
 * What ties distant parts of a text together, or makes places in it something else than a count of its
 * characters: definitions of links and notes, other ends of lines, a mark of the byte order.
 */
const entangled = /^[ \t>*+\-\d.)]*\[[^\]\n]+\]:|\r|^\uFEFF/m;

const startOf = (node: RootContent): number => node.position?.start.offset ?? 0;
const endOf = (node: RootContent): number => node.position?.end.offset ?? 0;
const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Whether a line begins the text or stands below an empty one: nothing above reaches into it. */
function standsFree(text: string, start: number): boolean {
  if (start === 0) return true;
  const before = start < 2 ? 0 : lineStart(text, start - 1);
  return text.slice(before, start).trim() === '';
}

/**
 * Whether a block is over at its end. Indented code is not: the parser may still be in it below an empty
 * line, and then reads what follows as if it interrupted something. Html is left alone for the same reason.
 */
function isOver(node: RootContent | undefined, text: string): boolean {
  if (node?.type === 'html') return false;
  return node?.type !== 'code' || /[`~]/.test(text[startOf(node)] ?? '');
}

/** How many characters two texts share at their beginning, and at their end beside that. */
function shared(before: string, after: string): { head: number; tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  const left = most - head;
  while (
    tail < left &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail += 1;
  return { head, tail };
}

/** Moves nodes to another place in the text. */
function moved(nodes: RootContent[], by: { offset: number; line: number }): RootContent[] {
  if (by.offset === 0 && by.line === 0) return nodes;
  const tree: Root = { type: 'root', children: nodes };
  visit(tree, ({ position }) => {
    if (!position) return;
    for (const point of [position.start, position.end]) {
      point.line += by.line;
      if (point.offset !== undefined) point.offset += by.offset;
    }
  });
  return tree.children;
}

const linesIn = (text: string): number => text.split('\n').length - 1;

/** The part in the middle, parsed by itself, and which nodes before and after it stay. */
function reparsed({ text: before, tree }: Parsed, text: string): RootContent[] | null {
  const { head, tail } = shared(before, text);
  const { children } = tree;
  const delta = text.length - before.length;
  // One node more than the change touches: what follows a list, a table or a paragraph may join it.
  let first = children.findIndex((node) => endOf(node) >= head);
  first = (first === -1 ? children.length : first) - 2;
  const begins = (index: number): boolean => {
    const node = children[index];
    return (
      node === undefined ||
      (standsFree(before, lineStart(before, startOf(node))) && isOver(children[index - 1], before))
    );
  };
  while (first > 0 && !begins(first)) first -= 1;
  const from = first <= 0 ? 0 : lineStart(before, startOf(children[first] as RootContent));

  const same = before.length - tail;
  const firstAfter = children.findIndex((node, index) => {
    const start = lineStart(before, startOf(node));
    // The empty line above it has to be the same one, too.
    const isSame = start > same + 1 && standsFree(before.slice(same), start - same);
    return index > first && isSame && begins(index);
  });
  const next = firstAfter === -1 ? undefined : children[firstAfter];
  const to = next ? lineStart(before, startOf(next)) + delta : text.length;
  // A little beyond: only what follows shows whether something that was opened above ends in time.
  const beyond = children[firstAfter + 2];
  const until = next && beyond ? lineStart(before, startOf(beyond)) + delta : text.length;
  const part = parseMarkdown(text.slice(from, until)).children;
  const meets = next ? part.findIndex((node) => lineStart(text, from + startOf(node)) === to) : part.length;
  if (meets === -1 || !isOver(part[meets - 1], text.slice(from))) return null;
  const middle = moved(part.slice(0, meets), { offset: from, line: linesIn(text.slice(0, from)) });
  if (!next) return [...children.slice(0, Math.max(0, first)), ...middle];
  const after = children.slice(firstAfter);
  const line = linesIn(text.slice(0, to)) - linesIn(before.slice(0, to - delta));
  return [...children.slice(0, Math.max(0, first)), ...middle, ...moved(after, { offset: delta, line })];
}

/**
 * Parses a text of which most was parsed before: the same tree as if all of it were parsed, in the time
 * of what changed. `before` is used up.
 */
export function parseAgain(before: Parsed | null, text: string): Parsed {
  const children =
    before && before.text !== '' && !entangled.test(text) && !entangled.test(before.text)
      ? reparsed(before, text)
      : null;
  if (!children) return { text, tree: parseMarkdown(text) };
  const end = {
    line: linesIn(text) + 1,
    column: text.length - lineStart(text, text.length) + 1,
    offset: text.length,
  };
  const position = { start: { line: 1, column: 1, offset: 0 }, end };
  return { text, tree: { type: 'root', children, position } };
}
