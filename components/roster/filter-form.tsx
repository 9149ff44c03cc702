import type { ReactNode } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';

type Props = {
  path: string;
  /** The address without a filter; the path unless said otherwise. */
  cleared?: string;
  /** The parts of the filter. */
  children: ReactNode;
  /** The columns that can be chosen; none where all are shown always. */
  columns?: readonly (readonly [column: string, label: string, shown: boolean])[];
  order: { sort: string; direction: string };
  /** Whether the address filters anything. */
  filtered: boolean;
};

/** The filter of a table as a form that puts it into the address, with the columns that the table shows. */
export function FilterForm({ path, cleared = path, children, columns = [], order, filtered }: Props) {
  return (
    <search className="mb-5 block">
      <form action={path} className="roster-filter">
        <div className="roster-parts">{children}</div>
        <input type="hidden" name="sort" value={order.sort} />
        <input type="hidden" name="dir" value={order.direction} />
        <div className="roster-foot">
          <Button look="secondary">Show</Button>
          {filtered && (
            <ButtonLink look="quiet" href={cleared}>
              Clear
            </ButtonLink>
          )}
          {columns.length > 0 && (
            <details className="roster-columns">
              <summary>Columns</summary>
              <fieldset>
                <legend className="visually-hidden">Columns to show</legend>
                {columns.map(([column, label, shown]) => (
                  <label key={column}>
                    <input
                      type="checkbox"
                      name="column"
                      value={column}
                      key={String(shown)}
                      defaultChecked={shown}
                    />{' '}
                    {label}
                  </label>
                ))}
              </fieldset>
            </details>
          )}
        </div>
      </form>
    </search>
  );
}
