import { expect, test } from 'vitest';
import { csvCell, csvLine } from './csv-text';

test.each([
  ['=1+1', "'=1+1"],
  ['+86 1', "'+86 1"],
  ['-2', "'-2"],
  ['@sum', "'@sum"],
  [' =1', "' =1"],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ['＝1', "'＝1"],
  [`"=1"`, `"'""=1"""`],
])('%j cannot become a formula', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test.each([
  ['Ada', 'Ada'],
  ['a-b', 'a-b'],
  ['O’Neil, Ada', '"O’Neil, Ada"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['a;b', '"a;b"'],
  [' room ', '" room "'],
  ['', ''],
  [null, ''],
  [-2, '-2'],
])('%j is written as %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test('a line ends as spreadsheets expect it', () => {
  expect(csvLine(['a', null, 1])).toBe('a,,1\r\n');
});
