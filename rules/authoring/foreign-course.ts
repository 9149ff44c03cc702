import { walk } from './foreign-course-names';

/** What only a person can write. It stops publishing until it is written. */
export const prompt = (what: string): string => `[[write: ${what}]]`;

type NavPage = { title: string | null; path: string };
/** A part of a table of contents: its heading, if it has one, and its pages in their order. */
export type NavPart = { title: string | null; pages: NavPage[] };

/** Adds a page to a part, and begins a new part where the heading is another one. */
function add(parts: NavPart[], title: string | null, page: NavPage): void {
  const last = parts.at(-1);
  if (last && last.title === title) last.pages.push(page);
  else parts.push({ title, pages: [page] });
}

/**
 * The parts of a `SUMMARY.md`, as mdBook and GitBook have it: headings of any depth below the first begin
 * a part; so does an entry that has others below it. Paths are relative to the file's folder.
 */
export function readSummary(text: string, folder: string): NavPart[] {
  const parts: NavPart[] = [];
  const lines = text.split(/\r?\n/);
  let heading: string | null = null;
  let section: string | null = null;
  for (const [index, line] of lines.entries()) {
    const title = /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1];
    if (title !== undefined) {
      heading = /^(summary|table of contents|contents)$/i.test(title) ? null : title;
      section = null;
      continue;
    }
    const entry = /^(\s*)(?:[-*+]\s+)?\[([^\]]+)\]\(<?([^)>\s]*)>?[^)]*\)/.exec(line);
    if (!entry) continue;
    const [, indent = '', words = '', target = ''] = entry;
    if (indent === '') {
      const next = lines.slice(index + 1).find((other) => other.trim() !== '');
      section = /^\s+[-*+]/.test(next ?? '') ? words : null;
    }
    // An entry without a target is a chapter that is still to be written.
    const path = /^([a-z]+:|#|$)/i.test(target) ? null : walk(folder, target.replace(/#.*$/, ''));
    if (path) add(parts, section ?? heading, { title: words, path });
  }
  return parts;
}

/** The parts of the `nav` of a mkdocs.yml. Paths are relative to the folder of the pages. */
export function readNav(nav: unknown, folder: string): NavPart[] {
  const parts: NavPart[] = [];
  const read = (entry: unknown, title: string | null, own: string | null, depth: number): void => {
    if (depth > 8) return;
    if (typeof entry === 'string') {
      const path = /^[a-z]+:/i.test(entry) ? null : walk(folder, entry);
      if (path) add(parts, title, { title: own, path });
      return;
    }
    if (Array.isArray(entry)) {
      for (const inner of entry) read(inner, title, null, depth + 1);
      return;
    }
    for (const [words, inner] of Object.entries(entry ?? {})) {
      // Only the first level of a table of contents makes parts; what is deeper belongs to them.
      if (Array.isArray(inner)) read(inner, title ?? words, null, depth + 1);
      else read(inner, title, words, depth + 1);
    }
  };
  if (Array.isArray(nav)) read(nav, null, null, 0);
  return parts;
}

/** TOML as front matter has it: `key = "value"`, numbers, true and false. Everything else is passed over. */
export function readToml(text: string): Record<string, string | number | boolean> {
  const values: Record<string, string | number | boolean> = {};
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*\[/.test(line)) break;
    const match = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(line);
    if (!match) continue;
    const [, key = '', raw = ''] = match;
    const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(raw)?.[1];
    const literal = /^'([^']*)'/.exec(raw)?.[1];
    const bare = raw.replace(/\s*#.*$/, '');
    if (quoted !== undefined) values[key] = quoted.replace(/\\(["\\])/g, '$1');
    else if (literal !== undefined) values[key] = literal;
    else if (/^[+-]?\d+(\.\d+)?$/.test(bare)) values[key] = Number(bare);
    else if (bare === 'true' || bare === 'false') values[key] = bare === 'true';
    else if (/^\d{4}-\d{2}-\d{2}/.test(bare)) values[key] = bare;
  }
  return values;
}

type CalloutKind = 'remember' | 'limit' | 'example' | 'try' | 'note' | 'discuss';
const callouts: Record<string, CalloutKind> = {
  note: 'note',
  info: 'note',
  seealso: 'note',
  important: 'remember',
  summary: 'remember',
  abstract: 'remember',
  tldr: 'remember',
  key: 'remember',
  takeaway: 'remember',
  example: 'example',
  exercise: 'try',
  task: 'try',
  try: 'try',
  activity: 'try',
  question: 'discuss',
  discussion: 'discuss',
  limitation: 'limit',
};

/** The kind of callout for the word of an admonition. One that has none of ours keeps its word as a title. */
export function calloutFor(word: string, title: string | null): { kind: CalloutKind; title: string | null } {
  const plain = word.toLowerCase();
  const kind = callouts[plain];
  const own = plain.charAt(0).toUpperCase() + plain.slice(1);
  return { kind: kind ?? 'note', title: title || (kind ? null : own) };
}

/** Whether `$…$` is a formula: money has a space inside or a digit right after. */
export const isFormula = (value: string, after: string): boolean =>
  value.trim() === value && value !== '' && !/^\d/.test(after);
