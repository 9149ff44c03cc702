import { array, assert, constantFrom, integer, nat, property, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CsvRecord, csvReader, delimiterOf, delimiters } from './csv';
import { csvLine } from './csv-text';

/** Any code unit: halves of characters and NUL, too. */
const oddText = string({ unit: nat(0xffff).map((code) => String.fromCharCode(code)) });

const read = (text: string, delimiter: (typeof delimiters)[number] = ',', piece = text.length || 1) => {
  const reader = csvReader(delimiter);
  const records: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += piece) records.push(...reader.push(text.slice(at, at + piece)));
  const { records: last, unclosed } = reader.end();
  return { records: [...records, ...last], unclosed };
};

describe('CSV is read with the line of each record', () => {
  const rows: [title: string, text: string, records: [number, ...string[]][]][] = [
    [
      'cells and records',
      'a,b\r\nc,d\r\n',
      [
        [1, 'a', 'b'],
        [2, 'c', 'd'],
      ],
    ],
    [
      'the last record needs no end of line',
      'a,b\nc',
      [
        [1, 'a', 'b'],
        [2, 'c'],
      ],
    ],
    [
      'CR, LF and CRLF in one file',
      'a\rb\nc\r\nd',
      [
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
        [4, 'd'],
      ],
    ],
    ['quoted separators and quotes', '"a,b","say ""hi"""', [[1, 'a,b', 'say "hi"']]],
    [
      'quoted lines',
      '"a\nb",c\n"d\r\ne"\nf',
      [
        [1, 'a\nb', 'c'],
        [3, 'd\r\ne'],
        [5, 'f'],
      ],
    ],
    [
      'blank lines are no records',
      'a\n\n  ,\n\r\n"",""\nb',
      [
        [1, 'a'],
        [6, 'b'],
      ],
    ],
    ['empty cells are cells', ',a,\n', [[1, '', 'a', '']]],
    [
      'ragged records stay ragged',
      'a\nb,c,d',
      [
        [1, 'a'],
        [2, 'b', 'c', 'd'],
      ],
    ],
    ['a quote inside a cell is a quote', 'a"b,5" screen', [[1, 'a"b', '5" screen']]],
    ['what follows a closed quote belongs to it', '"a"b,c', [[1, 'ab', 'c']]],
    ['nothing at all', '', []],
  ];
  test.each(rows)('%s', (_title, text, records) => {
    for (const piece of [1, 2, 3, text.length || 1])
      expect(read(text, ',', piece)).toEqual({
        records: records.map(([line, ...cells]) => ({ line, cells })),
        unclosed: null,
      });
  });

  test('a quote that is never closed is named by its line', () => {
    expect(read('a,b\nc,"d\ne\nf')).toEqual({ records: [{ line: 1, cells: ['a', 'b'] }], unclosed: 2 });
  });
  test('of a giant cell and a giant record the beginning is kept', () => {
    const reader = csvReader(',', { longest: 5, widest: 3 });
    expect(reader.push(`${'x'.repeat(1_000)},"${'y'.repeat(1_000)}""",c,d,e\n`)).toEqual([
      { line: 1, cells: ['xxxxx', 'yyyyy', 'c'] },
    ]);
  });
  test('lines are counted from where the text begins', () => {
    expect(csvReader(',', { line: 2 }).push('a\n')).toEqual([{ line: 2, cells: ['a'] }]);
  });
});

test.each([
  ['a,b\nc,d', ',', 0],
  ['a;b\nc;d,e', ';', 0],
  ['a\tb, c\nd\te', '\t', 0],
  ['"a,b,c";d\n"e,f";g', ';', 0],
  ['name; given, mail\nx; y, z\n', ',', 0],
  ['a\nb\n', ',', 0],
  ['', ',', 0],
  ['sep=;\r\na,b;c', ';', 7],
  ['SEP=,\na;b', ',', 6],
  ['"never closed', ',', 0],
])('what separates the cells of %j', (sample, delimiter, skip) => {
  expect(delimiterOf(sample)).toEqual({ delimiter, skip });
});

/** A record as RFC 4180 writes it. */
const lineOf = (cells: readonly string[], delimiter: string) =>
  `${cells.map((one) => (/["\r\n,;\t]/.test(one) || one === '' ? `"${one.replaceAll('"', '""')}"` : one)).join(delimiter)}\r\n`;

const cell = string({
  unit: constantFrom('a', '学', '"', ',', ';', '\t', '\r', '\n', ' ', '=', '😀', '\u0000'),
});
const rows = array(
  array(cell, { minLength: 1, maxLength: 6 }).filter((cells) => cells.some((one) => one.trim() !== '')),
  { maxLength: 20 },
);

test('what is written is what is read, whatever it is, in pieces of any length', () => {
  assert(
    property(rows, constantFrom(...delimiters), integer({ min: 1, max: 7 }), (written, delimiter, piece) => {
      const text = written.map((cells) => lineOf(cells, delimiter)).join('');
      const { records, unclosed } = read(text, delimiter, piece);
      expect(unclosed).toBeNull();
      expect(records.map(({ cells }) => cells)).toEqual(written);
    }),
  );
});

test('no text makes the reader fail, and lines only go up', () => {
  assert(
    property(tuple(oddText, cell), constantFrom(...delimiters), (parts, delimiter) => {
      const text = parts.join('\n');
      delimiterOf(text);
      const lines = read(text, delimiter).records.map(({ line }) => line);
      expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
    }),
  );
});

test('what the platform itself writes is read again', () => {
  const safe = rows.map((all) => all.map((cells) => cells.map((one) => `x${one}`)));
  assert(
    property(safe, (written) => {
      expect(read(written.map(csvLine).join('')).records.map(({ cells }) => cells)).toEqual(written);
    }),
  );
});
