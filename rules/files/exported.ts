import { byteOrderMark, csvLine } from './csv-text';

export type ExportFormat = 'csv' | 'json';
type Value = string | number | null;
type Column = readonly [key: string, label: string];

/** What stands before the first row of an export. */
export const exportHead = (format: ExportFormat, columns: readonly Column[]): string =>
  format === 'csv' ? byteOrderMark + csvLine(columns.map(([, label]) => label)) : '[';

/** Rows of an export; `first` says that none stand before them. */
export function exportRows(
  format: ExportFormat,
  columns: readonly Column[],
  rows: readonly Record<string, Value>[],
  first: boolean,
): string {
  const values = (row: Record<string, Value>) => columns.map(([key]) => row[key] ?? null);
  if (format === 'csv') return rows.map((row) => csvLine(values(row))).join('');
  const objects = rows.map((row) =>
    JSON.stringify(Object.fromEntries(columns.map(([key]) => [key, row[key] ?? null]))),
  );
  return objects.map((object, index) => `${first && index === 0 ? '\n' : ',\n'}${object}`).join('');
}

/** What ends an export, so that a file that was cut off is no whole one. */
export const exportEnd = (format: ExportFormat): string => (format === 'csv' ? '' : '\n]\n');
