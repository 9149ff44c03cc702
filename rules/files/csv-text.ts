/** What a spreadsheet reads before the first line to know that the text is UTF-8. */
export const byteOrderMark = '\ufeff';

/**
 * A cell of a CSV file. A text that a spreadsheet would take for a formula is made a text by an apostrophe,
 * so that opening a list never runs what somebody called themselves.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[\s'"]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line of a CSV file, with its end. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;
