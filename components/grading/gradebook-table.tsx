import Link from 'next/link';
import type { ReactNode } from 'react';
import type { GradebookPage } from '@/features/learning/gradebook/list-gradebook';
import type { GradebookSort } from '@/rules/grading/gradebook-filter';
import { withFields } from '@/rules/tables/table-view';

type Props = Pick<GradebookPage, 'items' | 'rows' | 'view'> & { path: string; query: string };

/** Learners by items, with a head and names that stay in sight; each leads to its own page. */
export function GradebookTable({ path, query, view, items, rows }: Props) {
  const { order } = view;
  const sortBy = (sort: GradebookSort, label: string): ReactNode => {
    const here = order.sort === sort;
    const usual = sort === 'name' ? 'up' : 'down';
    const dir = here ? (order.direction === 'up' ? 'down' : 'up') : usual;
    return (
      <Link
        href={`${path}?${withFields(new URLSearchParams(query), { sort, dir })}`}
        prefetch={false}
        className="roster-sort"
      >
        {label}
        <span aria-hidden="true">{here ? (order.direction === 'up' ? ' ↑' : ' ↓') : ''}</span>
      </Link>
    );
  };
  const sorted = (sort: GradebookSort) =>
    order.sort !== sort ? undefined : order.direction === 'up' ? 'ascending' : 'descending';
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without it the arrow keys cannot scroll the table */}
      <section className="grades-scroll" aria-label="Learners and their grades" tabIndex={0}>
        <table className="grades-table">
          <caption className="visually-hidden">Learners and their grades, in percent</caption>
          <thead>
            <tr>
              <th scope="col" className="grades-name" aria-sort={sorted('name')}>
                {sortBy('name', 'Name')}
              </th>
              <th scope="col" aria-sort={sorted('total')}>
                {sortBy('total', 'So far')}
              </th>
              {items.map(({ id, title, required, gone }) => (
                <th key={id} scope="col">
                  <Link href={`${path}/items/${id}`} prefetch={false} className="grades-item">
                    {title}
                  </Link>
                  {required && <span className="grades-note">required</span>}
                  {gone && <span className="grades-note">not in the course any more</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className="grades-name">
                  <Link href={`${path}/people/${row.id}`} prefetch={false} className="roster-person">
                    {row.name}
                  </Link>
                </th>
                <td>
                  {row.total === null ? <None /> : <strong>{row.total}</strong>}
                  {row.passed && <span className="grades-note text-good">passed</span>}
                </td>
                {items.map(({ id }) => (
                  <td key={id}>
                    <Cell grade={row.grades[id]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="mt-3 text-sm text-soft">
        In percent, rounded down. ✎ was set by hand; ◌ is not released, and the learner does not see it.
      </p>
    </>
  );
}

const None = () => (
  <span className="text-soft">
    <span aria-hidden="true">–</span>
    <span className="visually-hidden">none</span>
  </span>
);

function Cell({ grade }: { grade: GradebookPage['rows'][number]['grades'][string] | undefined }) {
  if (!grade) return <None />;
  return (
    <>
      {grade.percent}
      {grade.overridden && <Mark sign="✎" words="set by hand" />}
      {!grade.released && <Mark sign="◌" words="not released" />}
    </>
  );
}

const Mark = ({ sign, words }: { sign: string; words: string }) => (
  <span className="grades-mark" title={words}>
    <span aria-hidden="true">{sign}</span>
    <span className="visually-hidden">, {words}</span>
  </span>
);
