import { Document, isMap, isNode, isScalar, isSeq, type Node, Pair, parseDocument, YAMLMap } from 'yaml';
import { splitFrontMatter } from '../compile/front-matter';

type Plain = string | number | boolean | Plain[] | { [name: string]: Plain };

/** What a field becomes; null takes it out. */
export type FieldValue = Plain | null;
export type Fields = Record<string, FieldValue>;

const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The end of a value with the comment on its line, but without the comments that stand below a list. */
function endOf(value: Node): number {
  const last = isSeq(value) && !value.flow ? value.items.at(-1) : undefined;
  return (isNode(last) ? last.range?.[2] : value.range?.[2]) ?? 0;
}

/** The new value as a node: the old one with its style and comments wherever that can hold it. */
function renewed(document: Document.Parsed, old: unknown, value: NonNullable<FieldValue>): Node {
  if (isScalar(old) && typeof value !== 'object') {
    old.value = value;
    return old;
  }
  if (isSeq(old) && Array.isArray(value)) {
    old.items = value.map((text, index) => {
      const before = old.items[index];
      if (isScalar(before)) before.value = text;
      return isScalar(before) ? before : document.createNode(text);
    });
    // What is said below a list stays where it is: it is no part of what is replaced.
    if (!old.flow) old.comment = null;
    return old;
  }
  return document.createNode(value);
}

function written(key: string, value: Node, source: string): string {
  const map = new YAMLMap();
  map.items.push(new Pair(new Document(key).contents, value));
  const lone = new Document();
  lone.contents = map as never;
  const text = lone.toString({
    lineWidth: 100,
    flowCollectionPadding: /[[{] /.test(source),
    indentSeq: !/^\S.*:\n- /m.test(source),
  });
  return source.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

/**
 * Sets fields of a YAML map and leaves every other character as it is, comments too. Null when the text
 * has mistakes, so that nothing can be set in it.
 */
export function setFields(text: string, fields: Fields): string | null {
  const document = parseDocument(text, { prettyErrors: false });
  const { contents } = document;
  const wanted = fieldsOf(text);
  if (wanted === null || !isMap(contents) || contents.flow) return null;
  const edits: { from: number; to: number; text: string }[] = [];
  let added = '';
  for (const [name, value] of Object.entries(fields)) {
    if (equal(wanted[name] ?? null, value)) continue;
    const pair = contents.items.find(({ key }) => isScalar(key) && key.value === name);
    const from = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
    const to = isNode(pair?.value) ? endOf(pair.value) : from;
    const line = value === null ? '' : written(name, renewed(document, pair?.value, value), text);
    if (value === null) delete wanted[name];
    else wanted[name] = value;
    if (from === undefined || to === undefined) added += line;
    else edits.push({ from, to, text: line });
  }
  let result = text;
  for (const edit of edits.toSorted((a, b) => b.from - a.from)) {
    result = result.slice(0, edit.from) + edit.text + result.slice(edit.to);
  }
  if (added !== '') result += result.endsWith('\n') ? added : `\n${added}`;
  return equal(sorted(fieldsOf(result)), sorted(wanted)) ? result : null;
}

const sorted = (map: Record<string, unknown> | null) =>
  map && Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));

/** The fields of a YAML map; null for a text with mistakes, or one that refers to itself without end. */
export function fieldsOf(text: string): Record<string, unknown> | null {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  try {
    return document.toJS() as Record<string, unknown>;
  } catch {
    return null;
  }
}

/** Sets fields of a lesson's front matter; its text stays byte for byte. Null as in `setFields`. */
export function setFrontMatter(text: string, fields: Fields): string | null {
  const parts = splitFrontMatter(text);
  if (!parts) return null;
  const from = text.indexOf('\n') + 1;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const head = setFields(`${parts.head}${end}`, fields);
  return head === null
    ? null
    : text.slice(0, from) + head.slice(0, -end.length) + text.slice(from + parts.head.length);
}
