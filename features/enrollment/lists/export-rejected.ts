import * as z from 'zod';
import type { Db } from '@/db/client';
import { type RosterHead, rejectedRowsAfter } from '@/db/queries/rosters';
import { canManageRoster } from '@/rules/access';
import type { RowNote } from '@/rules/enrollment/roster';
import { isRosterColumn, rosterColumns } from '@/rules/enrollment/roster-columns';
import { byteOrderMark, csvLine } from '@/rules/files/csv-text';
import { operation } from '@/server/operation';
import { ofRoster, rosterInput } from './of-roster';

const chunk = 1_000;

const reasons = (notes: readonly RowNote[]): string =>
  notes
    .map(({ column, text }) => (isRosterColumn(column) ? `${rosterColumns[column]}: ${text}` : text))
    .join(' ');

/** The text of a CSV file, in pieces, read as it is written. Spreadsheets know UTF-8 by its mark. */
async function* rejectedCsv(db: Db, roster: RosterHead): AsyncGenerator<string, void> {
  const width = roster.columns.length;
  const heads = roster.columns.map(
    (column, index) => roster.heads[index] || (isRosterColumn(column) ? rosterColumns[column] : ''),
  );
  yield byteOrderMark + csvLine([...heads, 'Line', 'Reason']);
  for (let after = -1; ; ) {
    const rows = await rejectedRowsAfter(db, roster.id, after, chunk);
    yield rows
      .map(({ line, cells, notes }) => {
        const own = Array.from({ length: Math.max(width, cells.length) }, (_, index) => cells[index] ?? '');
        return csvLine([...own.slice(0, width), String(line), reasons(notes), ...own.slice(width)]);
      })
      .join('');
    if (rows.length < chunk) return;
    after = rows.at(-1)?.line ?? after;
  }
}

/** The rejected rows of a list as a file, each with its line and its reasons, to be put right and sent again. */
export const exportRejected = operation({
  name: 'export-rejected',
  kind: 'read',
  by: 'person',
  input: z.strictObject(rosterInput),
  subject: ofRoster,
  allow: canManageRoster,
  run: async ({ db, subject: { roster } }) => ({ text: rejectedCsv(db, roster) }),
});
