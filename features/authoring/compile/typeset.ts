import type { Root, Text } from 'mdast';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** Curly quotation marks and apostrophes, and three dots as one sign. Dashes stay as they were written. */
const typesetter = unified().use(remarkSmartypants, { dashes: false, backticks: false });

/** Sets the marks in all text of a tree, and in what directives carry in attributes for people to read. */
export function typesetTree(tree: Root): void {
  typesetter.runSync(tree);
  visit(tree, ['containerDirective', 'leafDirective'], (node) => {
    if (!('attributes' in node) || !node.attributes) return;
    for (const name of ['title', 'caption', 'speaker', 'date']) {
      const value = node.attributes[name];
      if (value) node.attributes[name] = typeset(value);
    }
  });
}

/** Sets the marks in one line of plain text. */
function typeset(text: string): string {
  const line: Text = { type: 'text', value: text };
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [line] }] };
  typesetter.runSync(tree);
  return line.value;
}

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
