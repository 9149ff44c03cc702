import Link from 'next/link';
import type { ShownEnrollment } from '@/features/enrollment/roster/roster-page';
import {
  type RosterColumn,
  type RosterView,
  rosterColumns,
  sortOfColumn,
} from '@/rules/enrollment/roster-filter';
import { withFields } from '@/rules/tables/table-view';
import { type DataColumn, DataTable } from './data-table';
import { cellsOf } from './roster-cells';
import { TickAll } from './tick-all';

type Props = {
  path: string;
  query: string;
  view: RosterView;
  columns: readonly RosterColumn[];
  rows: readonly ShownEnrollment[];
  now: Date;
  /** Whether rows can be chosen for an action. */
  mayChoose: boolean;
};

/** What cannot be sorted over all courses has no link there. */
const onSite: readonly string[] = ['name', 'active', 'enrolled', 'ends'];

/** Enrollments in a table, each leading to its own page. */
export function EnrollmentsTable({ path, query, view, columns, rows, now, mayChoose }: Props) {
  const { order } = view;
  const params = new URLSearchParams(query);
  const inCourse = view.filter.course === null && !columns.includes('course') && path.startsWith('/teach');
  const heading = (key: string, label: string, sort: string | undefined): DataColumn => {
    if (!sort || (!inCourse && !onSite.includes(sort))) return { key, label };
    const here = order.sort === sort;
    const usual = sort === 'name' ? 'up' : 'down';
    const next = here ? (order.direction === 'up' ? 'down' : 'up') : usual;
    return {
      key,
      label,
      sortHref: `${path}?${withFields(params, { sort, dir: next })}`,
      ...(here && { sorted: order.direction === 'up' ? 'ascending' : 'descending' }),
    };
  };
  return (
    <DataTable
      caption="People and their enrollments"
      columns={[
        heading('name', 'Name', 'name'),
        ...columns.map((column) => heading(column, rosterColumns[column], sortOfColumn[column])),
      ]}
      tickAll={mayChoose ? <TickAll /> : undefined}
      rows={rows.map((row) => ({
        id: row.id,
        head: (
          <Link href={`/teach/${row.course}/roster/${row.id}`} prefetch={false} className="roster-person">
            {row.name}
          </Link>
        ),
        cells: cellsOf(row, now),
        tick: (
          <label className="roster-tick-box">
            <input type="checkbox" name="id" value={row.id} />
            <span className="visually-hidden">Choose {row.name}</span>
          </label>
        ),
      }))}
    />
  );
}
