import { expect, test } from 'vitest';
import { exportEnd, exportHead, exportRows } from './exported';

const columns = [
  ['name', 'Name'],
  ['progress', 'Progress'],
] as const;
const rows = [
  { name: '=Ada', progress: 5, other: 'x' },
  { name: 'Bob', progress: null, other: null },
];

test('as CSV it begins with a mark for spreadsheets and holds the columns alone', () => {
  expect(exportHead('csv', columns)).toBe('\ufeffName,Progress\r\n');
  expect(exportRows('csv', columns, rows, true)).toBe("'=Ada,5\r\nBob,\r\n");
  expect(exportEnd('csv')).toBe('');
});

test('as JSON its parts make one list', () => {
  const text =
    exportHead('json', columns) +
    exportRows('json', columns, rows, true) +
    exportRows('json', columns, [{}], false) +
    exportEnd('json');
  expect(JSON.parse(text)).toEqual([
    { name: '=Ada', progress: 5 },
    { name: 'Bob', progress: null },
    { name: null, progress: null },
  ]);
  expect(
    JSON.parse(exportHead('json', columns) + exportRows('json', columns, [], true) + exportEnd('json')),
  ).toEqual([]);
});
