/** A record of a file, with the line on which it begins: quoted cells may go over several. */
export type CsvRecord = { line: number; cells: string[] };

export const delimiters = [',', ';', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

const quote = 0x22;
const cr = 0x0d;
const lf = 0x0a;

type Options = {
  /** The line on which the text begins. */
  line?: number;
  /** How many characters of a cell, and cells of a record, are kept; what is beyond them is passed over. */
  longest?: number;
  widest?: number;
};

/**
 * Reads CSV (RFC 4180) in pieces of any length: CR, LF and CRLF end a record, quoted cells may hold all of
 * them. Whatever is no CSV is read as it stands, and only a quote that is never closed is a mistake: it
 * swallows what follows. Records of nothing are left out. Memory does not grow with the text.
 */
export function csvReader(delimiter: Delimiter, { line = 1, longest = 1_001, widest = 200 }: Options = {}) {
  const separator = delimiter.charCodeAt(0);
  let now = line;
  let begun = line;
  let opened = line;
  let cells: string[] = [];
  let cell = '';
  let at: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  let afterCr = false;

  const keep = (text: string) => {
    if (cell.length < longest) cell += text.slice(0, longest - cell.length);
  };
  const endCell = () => {
    if (cells.length < widest) cells.push(cell);
    cell = '';
    at = 'start';
  };
  const endRecord = (into: CsvRecord[]) => {
    endCell();
    if (cells.some((one) => one.trim() !== '')) into.push({ line: begun, cells });
    cells = [];
  };

  return {
    /** Reads on. @returns the records that are complete. */
    push(text: string): CsvRecord[] {
      const records: CsvRecord[] = [];
      let from = 0;
      for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        const secondHalf = afterCr && code === lf;
        afterCr = code === cr;
        if ((code === cr || code === lf) && !secondHalf) now += 1;
        if (at === 'quoted') {
          if (code !== quote) continue;
          keep(text.slice(from, index));
          at = 'closed';
          from = index + 1;
        } else if (at === 'closed' && code === quote) {
          keep('"');
          at = 'quoted';
          from = index + 1;
        } else if (at === 'start' && code === quote) {
          at = 'quoted';
          opened = now;
          from = index + 1;
        } else if (code === separator) {
          keep(text.slice(from, index));
          endCell();
          from = index + 1;
        } else if (secondHalf && at === 'start' && cells.length === 0) {
          begun = now;
          from = index + 1;
        } else if (code === cr || code === lf) {
          keep(text.slice(from, index));
          endRecord(records);
          begun = now;
          from = index + 1;
        } else at = 'plain';
      }
      keep(text.slice(from));
      return records;
    },
    /** Ends the text. @returns the last record, and the line of a quote that was never closed. */
    end(): { records: CsvRecord[]; unclosed: number | null } {
      if (at === 'quoted') return { records: [], unclosed: opened };
      const records: CsvRecord[] = [];
      endRecord(records);
      return { records, unclosed: null };
    },
  };
}

const said = /^sep=([,;\t])(\r\n|\r|\n)/i;

/**
 * What separates the cells of a file, by its beginning: as a first line `sep=;` says (which spreadsheets
 * write, and which is not part of the list), else what cuts most records into equally many cells.
 */
export function delimiterOf(sample: string): { delimiter: Delimiter; skip: number } {
  const line = said.exec(sample);
  if (line) return { delimiter: line[1] as Delimiter, skip: line[0].length };
  let best: { delimiter: Delimiter; even: number; width: number } = { delimiter: ',', even: 0, width: 1 };
  for (const delimiter of delimiters) {
    const reader = csvReader(delimiter);
    const widths = [...reader.push(sample), ...reader.end().records]
      .slice(0, 50)
      .map(({ cells }) => cells.length);
    const width = Math.max(1, ...widths.slice(0, 1));
    const even = width === 1 ? 0 : widths.filter((other) => other === width).length;
    if (even > best.even || (even === best.even && width > best.width)) best = { delimiter, even, width };
  }
  return { delimiter: best.delimiter, skip: 0 };
}
