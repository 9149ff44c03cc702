import { kindsIn, type SourceOrder, sourceKindWords, sourceOrders } from '@/rules/library/bibliography';
import type { LibrarySource } from '@/rules/library/edition-library';
import { libraryHome } from './address';
import { FilterDo } from './filter-do';

type Props = {
  home: string;
  sources: readonly LibrarySource[];
  kind: string | undefined;
  order: SourceOrder;
};

/** Which sources are shown, and in what order. A plain form, so that the choice is in the address. */
export function BibliographyFilter({ home, sources, kind, order }: Props) {
  const here = `${libraryHome(home)}/sources`;
  return (
    <search>
      <form action={here} method="get" className="library-filter">
        <div>
          <label htmlFor="kind">Kind</label>
          <select id="kind" name="kind" key={kind ?? ''} defaultValue={kind ?? ''}>
            <option value="">All kinds ({sources.length})</option>
            {kindsIn(sources).map(({ kind: one, count }) => (
              <option key={one} value={one}>
                {sourceKindWords[one]} ({count})
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="order">Order</label>
          <select id="order" name="order" key={order} defaultValue={order}>
            {Object.entries(sourceOrders).map(([one, label]) => (
              <option key={one} value={one}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <FilterDo here={here} label="Show" filtered={kind !== undefined} />
      </form>
    </search>
  );
}
