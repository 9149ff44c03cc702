import { cell, entriesOf, given, type Insert, inside, lineOf } from '@/kinds/insert';

/** Words between brackets: a bracket among them would end them. */
const bracketed = (text: string): string => `[${text.replace(/([[\]])/g, '\\$1')}]`;

const row = (cells: string[], width: number): string =>
  `| ${Array.from({ length: width }, (_none, index) => cell(cells[index]?.trim() ?? '')).join(' | ')} |`;

function table(head: string, lines: string[]): string {
  const columns = head.split(/(?<!\\)\|/);
  const rows = lines.map((line) => line.split(/(?<!\\)\|/));
  const width = columns.length;
  return [row(columns, width), `|${' --- |'.repeat(width)}`, ...rows.map((cells) => row(cells, width))].join(
    '\n',
  );
}

/** More backticks than stand anywhere in the code. */
const fenceFor = (code: string): string =>
  '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));

const languages = ['text', 'bash', 'json', 'javascript', 'typescript', 'python', 'solidity'];

/** What stands within the text, or is plain Markdown. */
export const textInserts: readonly Insert[] = [
  {
    name: 'section',
    menu: 'In the text',
    label: 'Section',
    about: 'Begins a new part of the lesson, with a heading of its own.',
    fields: [{ name: 'title', label: 'Heading', kind: 'text', fromSelection: true }],
    idFrom: 'title',
    markdown: (values, id) => `## ${lineOf(values, 'title')} {#${id}}`,
  },
  {
    name: 'cite',
    menu: 'In the text',
    label: 'Citation',
    about: 'A numbered link to the source of what stands before it.',
    fields: [{ name: 'source', label: 'Source', kind: 'source' }],
    markdown: (values) => ` :cite[${given(values, 'source')}]`,
  },
  {
    name: 'term',
    menu: 'In the text',
    label: 'Glossary word',
    about: 'A word that opens its entry in the glossary.',
    fields: [
      { name: 'term', label: 'Entry', kind: 'term' },
      {
        name: 'words',
        label: 'As it stands in the sentence',
        hint: 'Left empty, the word of the entry.',
        kind: 'text',
        optional: true,
        fromSelection: true,
      },
    ],
    markdown: (values) => {
      const id = given(values, 'term');
      const words = lineOf(values, 'words') || id.replaceAll('-', ' ');
      const plain = words.toLowerCase().replace(/\s+/g, '-') === id;
      return `:term${bracketed(words)}${plain ? '' : `{ref=${id}}`}`;
    },
  },
  {
    name: 'lesson-link',
    menu: 'In the text',
    label: 'Link to a lesson',
    about: 'Leads to another lesson of this course.',
    fields: [
      { name: 'lesson', label: 'Lesson', kind: 'lesson' },
      { name: 'words', label: 'Words of the link', kind: 'text', fromSelection: true },
    ],
    markdown: (values) => `${bracketed(lineOf(values, 'words'))}(${given(values, 'lesson')})`,
  },
  {
    name: 'web-link',
    menu: 'In the text',
    label: 'Link to a page',
    about: 'Leads to an address on the web.',
    fields: [
      { name: 'address', label: 'Address', kind: 'text', example: 'https://example.org/report' },
      { name: 'words', label: 'Words of the link', kind: 'text', fromSelection: true },
    ],
    markdown: (values) =>
      `${bracketed(lineOf(values, 'words'))}(<${given(values, 'address').replace(/[\s<>]/g, encodeURIComponent)}>)`,
  },
  {
    name: 'picture',
    menu: 'In the text',
    label: 'Picture of this course',
    about:
      'Shows a picture that is among the media already. New ones can be pasted or dropped into the text.',
    fields: [
      { name: 'file', label: 'Picture', kind: 'asset', types: ['image/'] },
      {
        name: 'alt',
        label: 'What it shows',
        hint: 'For those who do not see it: all that the picture says.',
        kind: 'text',
      },
    ],
    markdown: (values) => `!${bracketed(lineOf(values, 'alt'))}(${encodeURI(given(values, 'file'))})`,
  },
  {
    name: 'formula',
    menu: 'In the text',
    label: 'Formula',
    about: 'Mathematics, written in TeX.',
    fields: [
      { name: 'tex', label: 'TeX', kind: 'text', example: 'h = H(x)', fromSelection: true },
      {
        name: 'place',
        label: 'Where it stands',
        kind: 'choice',
        options: [
          { value: 'inline', label: 'In the sentence' },
          { value: 'own', label: 'On a line of its own' },
        ],
      },
    ],
    markdown: (values) =>
      given(values, 'place') === 'own'
        ? `\n\n$$\n${lineOf(values, 'tex')}\n$$\n\n`
        : `$${lineOf(values, 'tex')}$`,
  },
  {
    name: 'table',
    menu: 'In the text',
    label: 'Table',
    about: 'Columns and rows. On a phone it scrolls by itself.',
    fields: [
      {
        name: 'head',
        label: 'Names of the columns',
        hint: 'Divided by |',
        kind: 'text',
        example: 'Word | Meaning',
      },
      {
        name: 'rows',
        label: 'Rows',
        hint: 'One a line, the cells divided by |',
        kind: 'lines',
        atLeast: 1,
        example: 'hash | a short name for a text\ndigest | what a hash function gives',
      },
    ],
    markdown: (values) => `\n\n${table(lineOf(values, 'head'), entriesOf(values, 'rows'))}\n\n`,
  },
  {
    name: 'code',
    menu: 'In the text',
    label: 'Code',
    about: 'Lines of a program, coloured by their language.',
    fields: [
      {
        name: 'language',
        label: 'Language',
        kind: 'choice',
        options: languages.map((value) => ({ value, label: value })),
      },
      { name: 'code', label: 'Code', kind: 'long', fromSelection: true, example: 'sha256(text)' },
    ],
    markdown: (values) => {
      const code = (values.code ?? '').replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '');
      return `\n\n${fenceFor(code)}${given(values, 'language')}\n${code}\n${fenceFor(code)}\n\n`;
    },
  },
  {
    name: 'chinese',
    menu: 'In the text',
    label: 'Chinese words',
    about: 'Marks words as Chinese, for screen readers and fonts.',
    fields: [{ name: 'words', label: 'Words', kind: 'text', example: '话语权', fromSelection: true }],
    markdown: (values) => `:zh${bracketed(inside(lineOf(values, 'words')))}`,
  },
];

/** Whether an insert stands on lines of its own. */
export const standsAlone = ({ name, menu }: Insert, markdown: string): boolean =>
  menu !== 'In the text' || name === 'section' || markdown.startsWith('\n');
