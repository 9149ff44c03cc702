import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isNode, isScalar, type Pair, parseDocument, YAMLMap } from 'yaml';

const layout = { lineWidth: 0 } as const;

/**
 * Brings changed entries of a YAML document into its text. A document that is written out whole is laid
 * out anew from end to end; here only the lines of the entries named change.
 * @param document The document after the change; `text` is from before.
 */
export function replaceEntries(text: string, document: Document, names: string[]): string {
  if (names.length === 0) return text;
  const before = parseDocument(text, { prettyErrors: false }).contents;
  const whole = () => document.toString(layout);
  if (!isMap(before) || before.flow || !isMap(document.contents)) return whole();

  let result = text;
  const spans = names
    .map((name) => ({ name, span: spanOf(entryOf(before, name)) }))
    .sort((a, b) => (b.span?.[0] ?? Number.POSITIVE_INFINITY) - (a.span?.[0] ?? Number.POSITIVE_INFINITY));
  for (const { name, span } of spans) {
    const after = entryOf(document.contents, name);
    const [start, end] = span ?? [result.length, result.length];
    const written = after ? entryText(after) : '';
    const gap = start > 0 && !result.slice(0, start).endsWith('\n') ? '\n' : '';
    result = result.slice(0, start) + gap + written + result.slice(end);
  }
  // Whatever the layout was that the lines above did not foresee: the meaning decides.
  return sameMeaning(result, document) ? result : whole();
}

const entryOf = (map: YAMLMap, name: string): Pair | undefined =>
  map.items.find(({ key }) => (isScalar(key) ? key.value : key) === name);

/** Where an entry stands in the text, from its key to the end of its last line. */
function spanOf(entry: Pair | undefined): [start: number, end: number] | null {
  const start = isNode(entry?.key) ? entry.key.range?.[0] : undefined;
  const end = isNode(entry?.value) ? entry.value.range?.[2] : undefined;
  return start === undefined || end === undefined || end < start ? null : [start, end];
}

/** An entry as lines of their own; comments above it stay where they are in the text. */
function entryText(entry: Pair): string {
  const alone = new Document(new YAMLMap());
  const map = alone.contents as unknown as YAMLMap;
  map.items.push(alone.createPair(isScalar(entry.key) ? entry.key.value : entry.key, entry.value));
  return alone.toString(layout);
}

function sameMeaning(text: string, document: Document): boolean {
  const read = parseDocument(text, { prettyErrors: false });
  return read.errors.length === 0 && isDeepStrictEqual(read.toJS(), document.toJS());
}
