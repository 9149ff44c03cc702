import { plainText } from './plain-text';

/** A directive block of a text, with the line it begins on. */
type TextBlock = { kind: string; id: string; attributes: Record<string, string>; line: number };

/** One paragraph, list item, cell or heading: as it is written, and as it is read. */
export type Paragraph = {
  line: number;
  form: 'prose' | 'item' | 'cell' | 'heading';
  raw: string;
  text: string;
  /** The block it stands in, if in one. */
  within: TextBlock | null;
};

/** A Markdown file of a course, taken apart as far as the rules on content need it. Lines count from 1. */
export type ContentText = {
  file: string;
  source: string;
  /** The line on which a field of the front matter stands; 1 for one that is left out. */
  lineOf: (field: string) => number;
  blocks: TextBlock[];
  paragraphs: Paragraph[];
};

const opening = /^(:{2,})([a-z-]+)\{(.*)\}\s*$/;
const closing = /^:{3,}\s*$/;
const fence = /^\s*(```|~~~|\$\$)/;
/** What a line may begin with before its words: quotation, list item, box of an option. */
const lead = /^\s*((>\s?)+|[-*]\s+|\d+\.\s+)*(\[[ x]\]\s+)?/;

/** Takes a Markdown file of a course apart: front matter, blocks, and paragraphs; code and formulas of their own are none. */
export function readContentText(file: string, source: string): ContentText {
  const lines = source.split('\n');
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const fenced = fencedLines(lines);
  const blocks: TextBlock[] = [];
  const paragraphs: Paragraph[] = [];
  let within: TextBlock | null = null;
  let open: Paragraph | undefined;
  let quoted = false;
  for (const [index, written] of lines.entries()) {
    if (index <= end) continue;
    const block = blockAt(written, index + 1);
    if (block) blocks.push(block);
    if (block || closing.test(written)) within = written.startsWith(':::') ? block : null;
    const start = written.slice(0, lead.exec(written)?.[0].length);
    const raw = written.slice(start.length);
    // Feedback below an option is a paragraph of its own.
    const apart = start.includes('>') !== quoted;
    quoted = start.includes('>');
    if (block || closing.test(written) || fenced.has(index) || raw === '') {
      open = undefined;
      continue;
    }
    const form = formOf(written, start);
    if (open && form === 'prose' && !apart) {
      open.raw += `\n${raw}`;
      continue;
    }
    const found = (form === 'cell' ? cellsOf(raw) : [raw]).map(
      (words): Paragraph => ({ line: index + 1, form, raw: words, text: '', within }),
    );
    paragraphs.push(...found);
    open = form === 'prose' || form === 'item' ? found[0] : undefined;
  }
  return {
    file,
    source,
    lineOf: (field) => lines.findIndex((line, index) => index < end && line.startsWith(`${field}:`)) + 1 || 1,
    blocks,
    paragraphs: paragraphs.map((one) => ({ ...one, text: plainText(one.raw) })),
  };
}

/** The lines of code and formulas that stand on lines of their own, with their fences. */
function fencedLines(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  let by: string | undefined;
  for (const [index, line] of lines.entries()) {
    const mark = fence.exec(line)?.[1];
    if (by ?? mark) found.add(index);
    if (!by) by = mark;
    else if (mark === by) by = undefined;
  }
  return found;
}

function blockAt(written: string, line: number): TextBlock | null {
  const found = opening.exec(written);
  if (!found) return null;
  const [, , kind = '', inside = ''] = found;
  const named = [...inside.matchAll(/([a-z-]+)="([^"]*)"/gi)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  const id = /#([a-z0-9-]+)/.exec(inside.replace(/"[^"]*"/g, ''))?.[1] ?? '';
  return { kind, id, attributes: Object.fromEntries(named), line };
}

const cellsOf = (row: string): string[] =>
  row
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
    .filter((cell) => /[\p{L}\p{N}]/u.test(cell));

function formOf(written: string, start: string): Paragraph['form'] {
  if (/^\s*#/.test(written)) return 'heading';
  if (/^\s*\|/.test(written)) return 'cell';
  return /[-*\d[]/.test(start) ? 'item' : 'prose';
}
