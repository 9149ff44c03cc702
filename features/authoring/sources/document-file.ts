import { type Document, isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml';
import { documentSchema, type SourceDocument } from '../compile/schemas';

export type DocumentPassage = SourceDocument['passages'][number];
export type RemovedEntry = SourceDocument['removed'][number];

/** Long lines stay as they are: folding them anew at every save would change lines nobody touched. */
const format = { lineWidth: 0 } as const;

export const documentPath = (id: string): string => `documents/${id}.yaml`;
export const isDocumentPath = (path: string): boolean => /^documents\/[^/]+\.yaml$/.test(path);

/** A long document takes a tenth of a second to read, and a page of the studio reads it again and again. */
const read = new Map<string, SourceDocument | null>();
const mostRead = 30;

/**
 * What a document's file says, not to be changed; null when it has a mistake that its own editor has to put
 * right.
 */
export function readDocument(text: string): SourceDocument | null {
  const known = read.get(text);
  if (known !== undefined) return known;
  const document = parseText(text);
  read.set(text, document);
  if (read.size > mostRead) read.delete(read.keys().next().value ?? '');
  return document;
}

function parseText(text: string): SourceDocument | null {
  const yaml = parseDocument(text, { prettyErrors: false });
  if (yaml.errors.length > 0) return null;
  const result = documentSchema.safeParse(toData(yaml));
  return result.success ? result.data : null;
}

/** The data of a file; nothing where its aliases would make more of it than the file holds. */
function toData(yaml: Document): unknown {
  try {
    return yaml.toJS({ maxAliasCount: 0 });
  } catch {
    return null;
  }
}

/** Without what is empty, so that a file holds what somebody said and nothing else. */
const filled = <Value extends object>(value: Value): Value =>
  Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== null && entry !== undefined && entry !== ''),
  ) as Value;

/** The file of a new document. */
export const documentText = (document: SourceDocument): string =>
  stringify(
    filled({
      ...document,
      passages: document.passages.map(filled),
      removed: document.removed.map(filled),
    }),
    format,
  );

/** Changes a document's file in place: comments and the order of its fields stay. */
export class DocumentFile {
  readonly #yaml: Document;

  constructor(text: string) {
    this.#yaml = parseDocument(text, { prettyErrors: false });
  }

  toString(): string {
    return this.#yaml.toString(format);
  }

  #list(name: 'passages' | 'removed'): YAMLSeq {
    const list = this.#yaml.get(name);
    if (isSeq(list) && !(list.flow && list.items.length === 0)) return list;
    const empty = this.#yaml.createNode([]) as YAMLSeq;
    this.#yaml.set(name, empty);
    return empty;
  }

  /** Sets fields of the document itself; null takes one out. */
  set(fields: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(fields)) {
      if (value === null) this.#yaml.delete(name);
      else this.#yaml.set(name, value);
    }
  }

  /** Sets fields of a passage; null takes one out. */
  setPassage(index: number, fields: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(fields)) {
      if (value === null) this.#yaml.deleteIn(['passages', index, name]);
      else this.#yaml.setIn(['passages', index, name], value);
    }
  }

  addPassage(index: number, passage: DocumentPassage): void {
    this.#list('passages').items.splice(index, 0, this.#yaml.createNode(filled(passage)));
  }

  takePassage(index: number): void {
    this.#list('passages').items.splice(index, 1);
  }

  addRemoved(index: number, entry: RemovedEntry): void {
    const { was, ...rest } = entry;
    const node = this.#yaml.createNode(filled({ ...rest, was: was ? filled(was) : null }));
    this.#list('removed').items.splice(index, 0, node);
  }

  takeRemoved(index: number): void {
    this.#list('removed').items.splice(index, 1);
  }

  setRemovedBefore(index: number, before: string | null): void {
    if (before === null) this.#yaml.deleteIn(['removed', index, 'before']);
    else this.#yaml.setIn(['removed', index, 'before'], before);
  }
}
