import Link from 'next/link';
import type { ReactNode } from 'react';

export type DataColumn = {
  key: string;
  label: string;
  /** The address of the table sorted by this column; without it, it cannot be sorted by. */
  sortHref?: string;
  sorted?: 'ascending' | 'descending';
};

type DataRow = { id: string; head: ReactNode; cells: Record<string, ReactNode>; tick?: ReactNode };

type Props = {
  caption: string;
  /** The first one names the row. */
  columns: readonly [DataColumn, ...DataColumn[]];
  rows: readonly DataRow[];
  /** What stands at the head of the column of ticks, where rows can be chosen. */
  tickAll?: ReactNode;
};

/**
 * On a phone each row becomes a card. Browsers forget that what is laid out as cards is a table, so it is said.
 */
const said = (role: string) => ({ role });

/** A table whose head stays in sight and which scrolls by itself; on a phone each row is a card. */
export function DataTable({ caption, columns, rows, tickAll }: Props) {
  const [first, ...others] = columns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the arrow keys cannot scroll the table
    <section className="roster-scroll" aria-label={caption} tabIndex={0}>
      <table className="roster-table" {...said('table')}>
        <caption className="visually-hidden">{caption}</caption>
        <thead {...said('rowgroup')}>
          <tr {...said('row')}>
            {tickAll !== undefined && (
              <th scope="col" className="roster-tick" {...said('columnheader')}>
                {tickAll}
              </th>
            )}
            {columns.map((column) => (
              <th key={column.key} scope="col" aria-sort={column.sorted} {...said('columnheader')}>
                <Heading {...column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...said('rowgroup')}>
          {rows.map((row) => (
            <tr key={row.id} {...said('row')}>
              {tickAll !== undefined && (
                <td className="roster-tick" {...said('cell')}>
                  {row.tick}
                </td>
              )}
              <th scope="row" className="roster-name" data-column={first.key} {...said('rowheader')}>
                {row.head}
              </th>
              {others.map(({ key, label }) => (
                <td key={key} data-column={key} data-label={label} {...said('cell')}>
                  {row.cells[key] ?? <span className="text-soft">–</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Heading({ label, sortHref, sorted }: DataColumn) {
  if (!sortHref) return label;
  return (
    <Link href={sortHref} prefetch={false} className="roster-sort">
      {label}
      <span aria-hidden="true">{sorted ? (sorted === 'ascending' ? ' ↑' : ' ↓') : ''}</span>
    </Link>
  );
}
