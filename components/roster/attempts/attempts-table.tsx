import Link from 'next/link';
import { Instant } from '@/components/ui/when';
import type { ListedAttempt } from '@/features/learning/oversight/list-attempts';
import { type AttemptSort, type AttemptsView, attemptStates } from '@/rules/assessment/attempts-filter';
import { withFields } from '@/rules/tables/table-view';
import { type DataColumn, DataTable } from '../data-table';

type Props = { path: string; query: string; view: AttemptsView; rows: readonly ListedAttempt[] };

/** Attempts in a table, each leading to its own page. */
export function AttemptsTable({ path, query, view: { order }, rows }: Props) {
  const params = new URLSearchParams(query);
  const sorted = (key: string, label: string, sort: AttemptSort): DataColumn => {
    const here = order.sort === sort;
    const usual = sort === 'name' ? 'up' : 'down';
    const dir = here ? (order.direction === 'up' ? 'down' : 'up') : usual;
    return {
      key,
      label,
      sortHref: `${path}?${withFields(params, { sort, dir })}`,
      ...(here && { sorted: order.direction === 'up' ? 'ascending' : 'descending' }),
    };
  };
  return (
    <DataTable
      caption="Attempts and what came of them"
      columns={[
        sorted('name', 'Learner', 'name'),
        { key: 'number', label: 'Attempt' },
        { key: 'state', label: 'State' },
        sorted('handed', 'Handed in', 'handed'),
        { key: 'raw', label: 'As marked' },
        sorted('result', 'Result', 'result'),
        { key: 'passed', label: 'Passed' },
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        head: (
          <Link href={`${path}/attempts/${row.id}`} prefetch={false} className="roster-person">
            {row.name}
          </Link>
        ),
        cells: cellsOf(row),
      }))}
    />
  );
}

function cellsOf({ number, edition, state, submittedAt, byClock, days, raw, result, ...row }: ListedAttempt) {
  return {
    number: (
      <>
        {number} <span className="text-soft">of edition {edition}</span>
      </>
    ),
    state: attemptStates[state],
    handed: submittedAt && (
      <>
        <Instant at={submittedAt} />
        {byClock && <span className="block text-sm text-soft">by the clock</span>}
        {days > 0 && (
          <span className="block text-sm text-bad">
            {days} {days === 1 ? 'day' : 'days'} late
          </span>
        )}
      </>
    ),
    raw: raw === null ? undefined : <span className="tabular-nums">{raw} %</span>,
    result:
      result === null ? undefined : (
        <span className="tabular-nums">
          {result} %{row.corrected && <span className="block text-sm text-soft">corrected</span>}
        </span>
      ),
    passed: result !== null ? row.passed ? <span className="text-good">✓ Yes</span> : 'No' : undefined,
  };
}
