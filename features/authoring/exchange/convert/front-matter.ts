import { parseDocument } from 'yaml';
import { readToml } from '@/rules/authoring/foreign-course';

/** What the front matter of a page says that a course can use. */
export type FrontMatter = {
  title: string | null;
  summary: string | null;
  /** The place among its neighbours. */
  order: number | null;
  date: string | null;
  language: string | null;
  /** Whether it is a lesson in our own form, to be taken as it is. */
  ours: boolean;
  /** Keys that nothing is made of. */
  unused: string[];
};

const empty: FrontMatter = {
  title: null,
  summary: null,
  order: null,
  date: null,
  language: null,
  ours: false,
  unused: [],
};

const meanings = {
  title: ['title', 'linkTitle', 'sidebar_label'],
  summary: ['summary', 'description', 'excerpt', 'abstract'],
  order: ['weight', 'order', 'sidebar_position', 'nav_order', 'position'],
  date: ['date', 'published', 'lastmod', 'last_modified_at'],
  language: ['lang', 'language', 'locale'],
} as const;

const known = new Set<string>(Object.values(meanings).flat());

type Split = {
  front: FrontMatter;
  body: string;
  bodyLine: number;
  /** Whether it has mistakes, and was read line by line as far as that goes. */
  broken: boolean;
};

/** Front matter as Hugo, Jekyll, Docusaurus and MkDocs write it, and the text after it. */
export function splitPage(original: string): Split {
  const text = original.startsWith('\uFEFF') ? original.slice(1) : original;
  const none = { front: empty, body: text, bodyLine: 0, broken: false };
  const match = /^(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)\1[ \t]*(?:\r?\n|$)/m.exec(text);
  if (match?.index !== 0) return none;
  const [whole, fence, head = ''] = match;
  const rest = { body: text.slice(whole.length), bodyLine: whole.split('\n').length - 1 };
  const data = fence === '+++' ? readToml(head) : yamlIn(head);
  if (data !== null) return { ...rest, front: meaningOf(data), broken: false };
  // Between two rules there may simply be text.
  const lines = head.split(/\r?\n/).flatMap((line) => /^([\w-]+):[ \t]*(.*)$/.exec(line) ?? []);
  if (lines.length === 0) return none;
  return { ...rest, front: meaningOf(lineByLine(head)), broken: true };
}

/** What stands behind each key that begins a line, without its quotation marks. */
const lineByLine = (head: string): Record<string, string> =>
  Object.fromEntries(
    [...head.matchAll(/^([\w-]+):[ \t]*(.*?)\r?$/gm)].map(([, key = '', value = '']) => [
      key,
      value.replace(/^(["'])(.*)\1$/, '$2'),
    ]),
  );

function yamlIn(head: string): Record<string, unknown> | null {
  try {
    const document = parseDocument(head, { prettyErrors: false });
    const value: unknown = document.errors.length > 0 ? null : document.toJS();
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

function meaningOf(data: Record<string, unknown>): FrontMatter {
  const first = (keys: readonly string[]) => keys.map((key) => data[key]).find((value) => value != null);
  const words = (keys: readonly string[]): string | null => {
    const value = first(keys);
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return text.replace(/\s+/g, ' ').trim() || null;
  };
  const order = Number(first(meanings.order) ?? Number.NaN);
  return {
    title: words(meanings.title),
    summary: words(meanings.summary),
    order: Number.isFinite(order) ? order : null,
    date: words(meanings.date),
    language: words(meanings.language),
    ours: ['id', 'title', 'objectives', 'verified'].every((key) => data[key] != null),
    unused: Object.keys(data).filter((key) => !known.has(key)),
  };
}
