import { createReadStream } from 'node:fs';
import type { RosterReading } from '@/rules/enrollment/roster';
import type { ColumnMap } from '@/rules/enrollment/roster-columns';
import type { CsvRecord } from '@/rules/files/csv';
import { beginningOf, decoded, encodingOf, piecesOf } from './decode-file';
import { ListRefused } from './list-refused';
import { openOneRoster } from './open-one-roster';
import { withDelimiter } from './read-csv';

/** A list that can be read, from its first record to its last. */
export type OpenList = {
  name: string;
  reading: RosterReading;
  /** What its columns are, where its form says so; else they are recognised. */
  form: { heads: readonly string[]; columns: ColumnMap } | null;
  /** The system that it says it comes from. */
  source: string | null;
  records: AsyncIterable<CsvRecord[]>;
};

const archives = ['PK\x03\x04', 'PK\x05\x06'];
const binary = ['%PDF', '\x89PNG', '\xd0\xcf\x11\xe0', '\x1f\x8b', 'Rar!', '7z\xbc\xaf'];

/** Opens a file that was sent: a list as text in any of the usual encodings, or an export of a school's system. */
export async function openList(path: string, name: string): Promise<OpenList> {
  const beginning = (await beginningOf(path)).toString('latin1');
  if (archives.some((mark) => beginning.startsWith(mark))) return openOneRoster(path, name);
  if (binary.some((mark) => beginning.startsWith(mark))) throw new ListRefused('not-a-list');
  const encoding = await encodingOf(path);
  const { delimiter, records } = await withDelimiter(decoded(createReadStream(path), encoding));
  return { name, reading: { encoding, delimiter }, form: null, source: null, records };
}

/** The same of a text that was pasted: from a spreadsheet it comes with tabs. */
export async function openPasted(text: string): Promise<OpenList> {
  const { delimiter, records } = await withDelimiter(piecesOf(text));
  return { name: 'Pasted list', reading: { delimiter }, form: null, source: null, records };
}
