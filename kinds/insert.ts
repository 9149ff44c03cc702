/** What a field of an insert form asks for, and with that how it is asked. */
type InsertFieldKind =
  | 'text'
  /** Markdown of several lines. */
  | 'long'
  /** One entry a line. */
  | 'lines'
  | 'choice'
  /** Something that the course has: the form offers what there is. */
  | 'passage'
  | 'source'
  | 'figure'
  | 'lab'
  | 'asset'
  | 'term'
  | 'lesson'
  | 'objective';

export type InsertField = {
  name: string;
  label: string;
  kind: InsertFieldKind;
  hint?: string;
  /** Shown in the empty field, and what the contract test writes into it. */
  example?: string;
  /** What stands in it at first. */
  initial?: string;
  optional?: boolean;
  /** What is selected in the text stands in it at first, and is replaced by what is written. */
  fromSelection?: boolean;
  /** For a choice. */
  options?: readonly { value: string; label: string }[];
  /** For lines: how many there have to be, and may be. */
  atLeast?: number;
  atMost?: number;
  /** For an asset: how its type begins, in one of these ways. */
  types?: readonly string[];
  /** Fields of one group stand together under its name. */
  group?: string;
};

export type InsertValues = Readonly<Record<string, string>>;

/** Something that a form in the editor writes into a lesson: the field's words, and the source they give. */
export type Insert = {
  name: string;
  /** Under which heading of the menu it stands. */
  menu: 'Blocks' | 'Questions' | 'In the text';
  label: string;
  /** One sentence that says what it is for. */
  about: string;
  fields: readonly InsertField[];
  /** The field whose words make the id of the block; what stands within a paragraph has none. */
  idFrom?: string;
  /** The source. What is a block stands on lines of its own. */
  markdown: (values: InsertValues, id: string) => string;
};

/** A value of a field, trimmed; empty when it was left out. */
export const given = (values: InsertValues, name: string): string => (values[name] ?? '').trim();

/** A value as one line. */
export const lineOf = (values: InsertValues, name: string): string =>
  given(values, name).replace(/\s+/g, ' ');

/** The lines of a value that say something. */
export const entriesOf = (values: InsertValues, name: string): string[] =>
  given(values, name)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A value between quotation marks, as an attribute of a directive has it. */
function quoted(value: string): string {
  // An ampersand that may begin a character reference is written as one; some need no semicolon.
  const plain = value.replace(/\s+/g, ' ').replace(/&(?=[#\w])/g, '&amp;');
  if (!plain.includes('"')) return `"${plain}"`;
  return plain.includes("'") ? `"${plain.replaceAll('"', '&quot;')}"` : `'${plain}'`;
}

/** The id and attributes of a directive, in braces; those without a value are left out. */
export function attributes(id: string, pairs: Record<string, string>): string {
  const written = Object.entries(pairs)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ` ${name}=${quoted(value)}`);
  return `{#${id}${written.join('')}}`;
}

/** Markdown as the inside of a block: what would end the block or begin another one is escaped. */
export const inside = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/^([ \t>*+-]*)(?=::)/gm, '$1\\');

/** Markdown as the inside of an item or a quotation: every line begins with the same mark. */
export const behind = (mark: string, text: string): string =>
  inside(text)
    .split('\n')
    .map((line) => `${mark}${line}`.trimEnd())
    .join('\n');

/** The cells of a line that divides them by |, each trimmed; what is too much stays in the last one. */
export function cellsOf(line: string, most: number): string[] {
  const cells = line.split(/(?<!\\)\|/).map((part) => part.trim());
  return cells.length <= most ? cells : [...cells.slice(0, most - 1), cells.slice(most - 1).join(' | ')];
}

/** A row of a table. */
export const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** A line as a cell of a table. */
export const cell = (text: string): string =>
  text.replace(/(\\*)\|/g, (_all, slashes: string) => `${slashes}${slashes.length % 2 === 0 ? '\\' : ''}|`);

/** A sentence in bold, with a full stop where it has no end. */
export function lead(text: string): string {
  const plain = text.replaceAll('*', '').trim();
  return `**${/[.!?。！？]$/.test(plain) ? plain : `${plain}.`}**`;
}
