import { calloutFor } from '@/rules/authoring/foreign-course';

/** A line of a page and the line of the file it comes from. */
export type Line = { text: string; line: number };
type Note = (line: number, message: string) => void;

/** Blocks of our own form stay as they are. */
const ours = /^:{2,}(callout|compare|timeline|claim|question|passage|figure|[a-z-]+)\{#[a-z0-9-]+[ }]/;

const fence = /^ {0,3}(`{3,}|~{3,})/;
const mkdocs = /^(?:!!!|\?\?\?\+?)\s+([\w-]+)(?:\s+[\w-]+)*(?:\s+"(.*)")?\s*$/;
const container = /^(:{3,})\s*\{?([a-z][\w-]*)\}?(?:\[(.*)\]|\s+(.*?))?\s*$/i;
const github = /^>\s*\[!([a-z]+)\][+-]?\s*(.*)$/i;
const hugo =
  /^\{\{[<%]\s*(?:notice|alert|admonition|callout|hint)\s+"?(\w+)"?(?:\s+"([^"]*)")?.*[%>]\}\}\s*$/i;
const hugoEnd = /^\{\{[<%]\s*\/\s*(?:notice|alert|admonition|callout|hint)\s*[%>]\}\}\s*$/i;

/** A tab of MkDocs: its label stands in bold, because all tabs are shown. */
const tab = /^===[!+]?\s+"(.*)"\s*$/;

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * Turns the boxes of other systems into callouts: `!!! note`, `:::tip`, `> [!WARNING]` and Hugo's notices.
 * A box inside a box becomes text with its title in bold. Code is left alone.
 */
export function convertAdmonitions(lines: readonly Line[], note: Note): Line[] {
  let count = 0;
  const convert = (part: readonly Line[], inside: boolean): Line[] => {
    const out: Line[] = [];
    let index = 0;
    const box = (at: Line, { word, title, content }: Box, asText: boolean) => {
      const callout = calloutFor(word, title?.replace(/\\(["\\])/g, '$1').trim() || null);
      const inner = trimmed(convert(content, true));
      const own = (text: string): Line => ({ text, line: at.line });
      if (inner.length === 0) return;
      if (asText) {
        if (callout.title) out.push(own(`**${callout.title}**`), own(''));
        out.push(...inner, own(''));
        return;
      }
      count += 1;
      note(at.line, `the box "${word}" became a callout`);
      const named = callout.title ? ` title="${attribute(callout.title)}"` : '';
      if (out.at(-1)?.text.trim()) out.push(own(''));
      out.push(own(`:::callout{#callout-${count} kind="${callout.kind}"${named}}`));
      out.push(...inner, own(':::'), own(''));
    };
    while (index < part.length) {
      const at = part[index] as Line;
      const code = fence.exec(at.text)?.[1];
      if (code || ours.test(at.text)) {
        const end = code
          ? closing(part, index, new RegExp(`^ {0,3}${code[0] === '`' ? '`' : '~'}{${code.length},}\\s*$`))
          : at.text.startsWith(':::')
            ? closing(part, index, /^:::+\s*$/)
            : index;
        out.push(...part.slice(index, end + 1));
        index = end + 1;
        continue;
      }
      const read = boxAt(part, index);
      if (!read) {
        // A fence that belongs to nothing would end a block of ours.
        if (!/^:{3,}\s*$/.test(at.text)) out.push(at);
        index += 1;
        continue;
      }
      if (tab.test(at.text)) note(at.line, 'a tab became text with its label in bold');
      box(at, read, inside || tab.test(at.text));
      index = read.next;
      // The box has left an empty line behind it already.
      while (part[index]?.text.trim() === '') index += 1;
    }
    return out;
  };
  return convert(lines, false);
}

/** The line that ends what begins at `index`: the last one where nothing does. */
function closing(lines: readonly Line[], index: number, end: RegExp): number {
  const found = lines.findIndex((line, at) => at > index && end.test(line.text));
  return found === -1 ? lines.length - 1 : found;
}

type Box = { word: string; title: string | null; content: Line[]; next: number };

function boxAt(lines: readonly Line[], index: number): Box | null {
  const { text } = lines[index] as Line;
  const label = tab.exec(text)?.[1];
  const indented = label === undefined ? mkdocs.exec(text) : ['', 'note', label];
  if (indented) {
    let next = index + 1;
    while (next < lines.length && /^(\s*$| {4}|\t)/.test(lines[next]?.text ?? '')) next += 1;
    const content = lines
      .slice(index + 1, next)
      .map((line) => ({ ...line, text: line.text.replace(/^( {4}|\t)/, '') }));
    return { word: indented[1] ?? '', title: indented[2] ?? null, content, next };
  }
  const quoted = github.exec(text);
  if (quoted) {
    let next = index + 1;
    while (next < lines.length && lines[next]?.text.startsWith('>')) next += 1;
    const content = lines
      .slice(index + 1, next)
      .map((line) => ({ ...line, text: line.text.replace(/^> ?/, '') }));
    return { word: quoted[1] ?? '', title: quoted[2] ?? null, content, next };
  }
  const opened = container.exec(text);
  if (opened) {
    const end = containerEnd(lines, index, (opened[1] ?? '').length);
    if (end === null) return null;
    const title = opened[3] ?? opened[4] ?? null;
    return { word: opened[2] ?? '', title, content: lines.slice(index + 1, end), next: end + 1 };
  }
  const notice = hugo.exec(text);
  if (notice) {
    const end = closing(lines, index, hugoEnd);
    return {
      word: notice[1] ?? '',
      title: notice[2] ?? null,
      content: lines.slice(index + 1, end),
      next: end + 1,
    };
  }
  return null;
}

/** The closing fence of a container that opened with some colons; those inside it may have as many. */
function containerEnd(lines: readonly Line[], index: number, colons: number): number | null {
  let depth = 0;
  for (let at = index + 1; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    const end = /^(:{3,})\s*$/.exec(text)?.[1];
    if (end && depth === 0 && end.length >= colons) return at;
    if (end && depth > 0) depth -= 1;
    else if (container.test(text)) depth += 1;
  }
  return null;
}

function trimmed(lines: Line[]): Line[] {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const last = lines.findLastIndex(({ text }) => text.trim() !== '');
  return first === -1 ? [] : lines.slice(first, last + 1);
}
