import type { ShownRow } from '@/features/enrollment/lists/get-roster';
import { isRosterOutcome, outcomeWords } from '@/rules/enrollment/roster';
import { isRosterColumn, rosterColumns } from '@/rules/enrollment/roster-columns';

/** The rows of a list: the line, who it is about, and what committing would do, or why it would do nothing. */
export function RosterRows({ rows, rowCount }: { rows: readonly ShownRow[]; rowCount: number }) {
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <caption className="visually-hidden">Rows of the list, by line</caption>
      <thead className="border-b border-rule text-sm text-soft">
        <tr>
          <th scope="col" className="w-16 py-2 pr-3 font-semibold">
            Line
          </th>
          <th scope="col" className="py-2 pr-4 font-semibold">
            Person
          </th>
          <th scope="col" className="py-2 font-semibold">
            What happens
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.line} className="border-b border-rule align-top">
            <th scope="row" className="py-3 pr-3 font-normal text-soft tabular-nums">
              {row.outcome === 'will-withdraw' || row.outcome === 'kept' ? (
                <span title={`Not among the ${rowCount.toLocaleString('en')} rows of this list`}>–</span>
              ) : (
                row.line.toLocaleString('en')
              )}
            </th>
            <td className="py-3 pr-4 break-words">
              <Person row={row} />
            </td>
            <td className="py-3 break-words">
              <p className={row.outcome === 'rejected' ? 'font-semibold text-bad' : 'font-semibold'}>
                {isRosterOutcome(row.outcome) ? outcomeWords[row.outcome].label : row.outcome}
              </p>
              {row.notes.map(({ column, text }) => (
                <p key={`${column} ${text}`} className="text-sm">
                  {isRosterColumn(column) && <span className="text-soft">{rosterColumns[column]}: </span>}
                  {text}
                </p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Somebody as the list names them; of rows that do not count, what was sent. */
function Person({ row: { name, email, externalId, cells } }: { row: ShownRow }) {
  if (cells.length > 0) {
    return (
      <p className="text-sm break-all">
        {cells.map((cell, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name but their place
          <span key={index}>
            {index > 0 && <span className="text-soft"> · </span>}
            <bdi>{cell}</bdi>
          </span>
        ))}
      </p>
    );
  }
  return (
    <>
      {name && (
        <p>
          <bdi>{name}</bdi>
        </p>
      )}
      {email && <p className={name ? 'text-sm break-all text-soft' : 'break-all'}>{email}</p>}
      {externalId && <p className="text-sm break-all text-soft">{externalId}</p>}
    </>
  );
}
