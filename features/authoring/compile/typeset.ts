import type { Root, RootContent, Text } from 'mdast';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { remembering } from './remembering';

/** Curly quotation marks and apostrophes, and three dots as one sign. Dashes stay as they were written. */
const typesetter = unified().use(remarkSmartypants, { dashes: false, backticks: false });

/** What there may be to set; looking for it is much cheaper than setting. */
const settable = /["']|\.\s*\./;

type Run = { text: Text | null; value: string };

/** The texts of a block in their order, and what stands between them: `null` is code, a break or a cell. */
function runsOf(block: RootContent): Run[] {
  const runs: Run[] = [];
  const tree: Root = { type: 'root', children: [block] };
  visit(tree, (node) => {
    if (node.type === 'text') runs.push({ text: node, value: node.value });
    else runs.push({ text: null, value: node.type === 'inlineCode' ? `\`${node.value}` : node.type });
  });
  return runs;
}

/** The texts of a block as they are set; the same block is set once, however often it is compiled. */
const setTexts = remembering(
  ({ runs }: { block: RootContent; runs: Run[] }) =>
    JSON.stringify(runs.map(({ text, value }) => (text ? value : [value]))),
  ({ block, runs }) => {
    const tree: Root = { type: 'root', children: [block] };
    typesetter.runSync(tree);
    return runs.map(({ text }) => text?.value ?? null);
  },
  20_000,
);

/** Sets the marks in all text of a tree, and in what directives carry in attributes for people to read. */
export function typesetTree(tree: Root): void {
  for (const block of tree.children) {
    const runs = runsOf(block);
    if (!runs.some(({ text, value }) => text && settable.test(value))) continue;
    for (const [index, value] of setTexts({ block, runs }).entries()) {
      const text = runs[index]?.text;
      if (text && value !== null) text.value = value;
    }
  }
  visit(tree, ['containerDirective', 'leafDirective'], (node) => {
    if (!('attributes' in node) || !node.attributes) return;
    for (const name of ['title', 'caption', 'speaker', 'date']) {
      const value = node.attributes[name];
      if (value) node.attributes[name] = typeset(value);
    }
  });
}

/** Sets the marks in one line of plain text. */
const typeset = (text: string): string => (settable.test(text) ? setLine(text) : text);

const setLine = remembering(
  (text: string) => text,
  (text) => {
    const line: Text = { type: 'text', value: text };
    const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [line] }] };
    typesetter.runSync(tree);
    return line.value;
  },
  20_000,
);

/** Fields that are read by machines or are addresses, not by people. */
const asWritten = new Set([
  'id',
  'slug',
  'url',
  'ref',
  'source',
  'zone',
  'language',
  'kind',
  'mode',
  'verified',
  'cover',
  'opens',
  'after',
  'prerequisites',
  'preparation',
  'evidence',
  // The words of a source document stay as they were found.
  'text',
]);

/** Sets the marks in every text of data, whatever its shape, but for what machines read. */
export function typesetData<Data>(data: Data): Data {
  if (typeof data === 'string') return typeset(data) as Data;
  if (Array.isArray(data)) return data.map((entry) => typesetData(entry)) as Data;
  if (data === null || typeof data !== 'object') return data;
  const entries = Object.entries(data).map(([key, value]) => [
    key,
    asWritten.has(key) ? value : typesetData(value),
  ]);
  return Object.fromEntries(entries) as Data;
}
