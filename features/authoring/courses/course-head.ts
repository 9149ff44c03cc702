import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isSeq, type Node, parseDocument } from 'yaml';
import { replaceEntries } from './replace-entries';

export type Author = { name: string; about: string };
export type BuiltOn = { title: string; publisher: string; date: string; note: string };

/** What course.yaml says of a course, as far as it says it: a draft may lack any of it. */
export type HeadWords = {
  slug: string;
  title: string;
  summary: string;
  language: string;
  level: string;
  zone: string;
  verified: string;
  outcomes: string[];
  audience: string[];
  notFor: string[];
  authors: Author[];
  builtOn: BuiltOn | null;
  cover: string | null;
};

const line = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/g, ' ').trim() : '';
const lines = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(line).filter((entry) => entry !== '') : [];
const fields = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;

/** Reads what can be read of a course.yaml; null where it is no list of fields at all. */
export function readHead(text: string): HeadWords | null {
  const raw = fieldsOf(parseDocument(text, { prettyErrors: false }));
  if (raw === null) return null;
  const source = fields(raw.builtOn);
  return {
    slug: line(raw.slug),
    title: line(raw.title),
    summary: line(raw.summary),
    language: line(raw.language),
    level: line(raw.level),
    zone: line(raw.zone),
    verified: line(raw.verified),
    outcomes: lines(raw.outcomes),
    audience: lines(raw.audience),
    notFor: lines(raw.notFor),
    authors: (Array.isArray(raw.authors) ? raw.authors : []).map((entry: unknown) => ({
      name: line(fields(entry)?.name),
      about: line(fields(entry)?.about),
    })),
    builtOn: source && {
      title: line(source.title),
      publisher: line(source.publisher),
      date: line(source.date),
      note: line(source.note),
    },
    cover: line(raw.cover) || null,
  };
}

/** The fields of a document, or null when it has mistakes or is something else. */
function fieldsOf(document: Document): Record<string, unknown> | null {
  if (document.errors.length > 0 || !isMap(document.contents)) return null;
  try {
    return fields(document.toJS());
  } catch {
    // Too many aliases: a file made to grow when it is read.
    return null;
  }
}

/**
 * A course.yaml with some fields changed. What is said already is not said anew, and every other line stays
 * as it is, with its comments.
 */
export function editHead(text: string, wanted: Partial<HeadWords>): string {
  const now = readHead(text);
  const document = parseDocument(text, { prettyErrors: false });
  if (now === null) return text;
  const changed = Object.entries(wanted).filter(
    ([name, value]) => !isDeepStrictEqual(now[name as keyof HeadWords], value),
  );
  for (const [name, value] of changed) change(document, name, value);
  return replaceEntries(
    text,
    document,
    changed.map(([name]) => name),
  );
}

function change(document: Document, name: string, value: HeadWords[keyof HeadWords] | undefined): void {
  const present = document.get(name, true);
  if (value === null || value === undefined) document.delete(name);
  else if (Array.isArray(value) && isSeq(present)) present.items = kept(document, present.items, value);
  else if (typeof value === 'object' && !Array.isArray(value) && isMap(present)) {
    for (const [key, inner] of Object.entries(value)) document.setIn([name, key], inner);
  } else document.setIn([name], typeof value === 'string' ? value : document.createNode(value));
}

/** The entries of a list, each with its comments where it was there before. */
function kept(document: Document, items: unknown[], values: readonly unknown[]): Node[] {
  const left = items.map((item) => ({ item: item as Node, value: (item as Node).toJS(document) as unknown }));
  return values.map((value) => {
    const index = left.findIndex((one) => isDeepStrictEqual(sameForm(one.value), sameForm(value)));
    return left.splice(index, index < 0 ? 0 : 1)[0]?.item ?? document.createNode(value);
  });
}

const sameForm = (value: unknown): unknown => {
  const inner = fields(value);
  return inner
    ? Object.fromEntries(Object.entries(inner).map(([key, text]) => [key, line(text)]))
    : line(value);
};
