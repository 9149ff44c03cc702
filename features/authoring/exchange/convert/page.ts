import type { Heading, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { isFormula } from '@/rules/authoring/foreign-course';
import type { ImportNote } from '@/rules/authoring/foreign-course-report';
import { convertAdmonitions, type Line } from './admonitions';
import { Edits } from './edits';
import { type FrontMatter, splitPage } from './front-matter';

/** A part of a page that becomes a lesson: all of it, or what stands under one of several `#` headings. */
export type Piece = { title: string | null; start: number; end: number; nodes: RootContent[] };

/** A page as it was written, read so far that its place in the course can be decided. */
export type Page = {
  path: string;
  front: FrontMatter;
  /** The file itself, and its text with the boxes of other systems turned into ours. */
  original: string;
  text: string;
  pieces: Piece[];
  /** The line of the file that a line of the text comes from. */
  lineAt: (line: number) => number;
};

// Without directives: another system's colons are not ours.
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);

export const startOf = (node: { position?: Root['position'] }): number => node.position?.start.offset ?? 0;
export const endOf = (node: { position?: Root['position'] }): number => node.position?.end.offset ?? 0;

/** The words of nodes without the raw html among them. */
export const plainText = (node: unknown): string =>
  textOf(node, { includeHtml: false })
    .replace(/\{#[^}]*\}/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Reads a page. */
export function readPage(path: string, original: string, note: (note: ImportNote) => void): Page {
  const { front, body, bodyLine, broken } = splitPage(original);
  const tell = (kind: ImportNote['kind'], line: number, message: string) =>
    note({ kind, file: path, line, message });
  if (broken) tell('changed', 1, 'the front matter has mistakes and was read line by line');
  if (front.unused.length > 0 && !front.ours)
    tell('dropped', 1, `front matter that nothing is made of: ${front.unused.slice(0, 12).join(', ')}`);
  const written = body.split(/\r\n|\r|\n/).map((text, index) => ({ text, line: bodyLine + index + 1 }));
  const changed = (line: number, message: string) => tell('changed', line, message);
  const lines = front.ours ? written : convertAdmonitions(withoutLayout(written, tell), changed);
  const lineAt = (line: number) => lines[line - 1]?.line ?? bodyLine + 1;
  const { text, tree } = withoutMoney(lines.map((line) => line.text).join('\n'));
  return { path, front, original, text, lineAt, pieces: piecesOf(tree, text) };
}

/** Code in Jekyll's tags becomes fenced code; what loads components goes. */
function withoutLayout(
  lines: Line[],
  tell: (kind: 'changed' | 'dropped', line: number, message: string) => void,
): Line[] {
  return lines.flatMap(({ text, line }) => {
    const code = /^\{%-?\s*highlight\s+([\w-]+).*%\}\s*$/.exec(text)?.[1];
    if (code) tell('changed', line, 'a highlight tag became fenced code');
    if (code) return [{ text: `\`\`\`${code}`, line }];
    if (/^\{%-?\s*endhighlight\s*-?%\}\s*$/.test(text)) return [{ text: '```', line }];
    if (!/^import\s.+\sfrom\s+['"][^'"]+['"];?\s*$/.test(text)) return [{ text, line }];
    tell('dropped', line, 'an import of a component');
    return [];
  });
}

/** Amounts of money are no formulas: their signs are escaped, until nothing but formulas is left. */
function withoutMoney(written: string): { text: string; tree: Root } {
  let text = written;
  for (let round = 0; ; round += 1) {
    const tree = parser.parse(text);
    const edits = new Edits();
    let found = false;
    visit(tree, 'inlineMath', (node) => {
      const [start, end] = [startOf(node), endOf(node)];
      const source = text.slice(start, end);
      if (source.startsWith('$$') || isFormula(source.slice(1, -1), text.slice(end, end + 1))) return;
      edits.replace(start, start + 1, '\\$');
      edits.replace(end - 1, end, '\\$');
      found = true;
    });
    if (!found || round === 20) return { text, tree };
    text = edits.applyTo(text, 0, text.length);
  }
}

function piecesOf(tree: Root, text: string): Piece[] {
  const titles = tree.children.filter((node): node is Heading => node.type === 'heading' && node.depth === 1);
  const named = (node: Heading | undefined) => (node && plainText(node)) || null;
  if (titles.length < 2)
    return [{ title: named(titles[0]), start: 0, end: text.length, nodes: tree.children }];
  return titles.map((title, index) => {
    const start = index === 0 ? 0 : startOf(title);
    const next = titles[index + 1];
    const end = next ? startOf(next) : text.length;
    const nodes = tree.children.filter((node) => startOf(node) >= start && startOf(node) < end);
    return { title: named(title), start, end, nodes };
  });
}
