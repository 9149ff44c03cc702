import { type Document, isScalar, isSeq, parseDocument } from 'yaml';
import type { Release } from '@/rules/editions/edition';
import { splitFrontMatter } from '../compile/front-matter';

/** What a lesson or a module says of itself, as far as it can be read. */
export type Head = {
  id: string | null;
  title: string | null;
  minutes: number | null;
  release: Release;
  /** The lessons that it builds on. */
  preparation: string[];
};

const most = 4000;

/** The YAML at the head of a file: front matter of a lesson, even one that is never closed. */
export function yamlOf(path: string, text: string): string {
  if (!path.endsWith('.md')) return text;
  const open = /^---\r?\n([\s\S]*)$/.exec(text.slice(0, most))?.[1] ?? '';
  return splitFrontMatter(text)?.head ?? open.split(/^---[ \t]*$/m)[0] ?? '';
}

const asText = (value: unknown): string | null =>
  (typeof value === 'string' && value.trim() !== '') || typeof value === 'number'
    ? String(value).trim()
    : null;

/** One field of a YAML map, taken from its line, where the rest cannot be parsed. */
const fromLine = (yaml: string, field: string): string | null =>
  new RegExp(`^${field}:[ \\t]*["']?(.*?)["']?[ \\t]*\\r?$`, 'm').exec(yaml)?.[1] || null;

/** A field that is a list of names, as far as it is one. */
function namesIn(document: Document, field: string): string[] {
  const list: unknown = document.get(field);
  return (isSeq(list) ? list.items : []).flatMap((item) =>
    isScalar(item) && typeof item.value === 'string' ? [item.value] : [],
  );
}

/** Reads the head of a lesson or module file, whatever mistakes stand elsewhere in it. */
export function readHead(path: string, text: string): Head {
  const yaml = yamlOf(path, text);
  const document = parseDocument(yaml, { prettyErrors: false });
  const field = (name: string): string | null => asText(document.get(name)) ?? fromLine(yaml, name);
  const minutes: unknown = document.get('minutes');
  const prerequisites = namesIn(document, 'prerequisites');
  const [opens, after] = [asText(document.get('opens')), asText(document.get('after'))];
  return {
    id: field('id'),
    title: field('title'),
    minutes: typeof minutes === 'number' && Number.isInteger(minutes) && minutes > 0 ? minutes : null,
    release: {
      ...(opens ? { opens } : {}),
      ...(after ? { after } : {}),
      ...(prerequisites.length > 0 ? { prerequisites } : {}),
    },
    preparation: namesIn(document, 'preparation'),
  };
}
