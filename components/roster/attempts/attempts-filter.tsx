import { type AttemptsView, attemptStates } from '@/rules/assessment/attempts-filter';
import { FilterForm } from '../filter-form';
import { SearchPart, SelectPart } from '../filter-parts';

/** The filter of a table of attempts. */
export function AttemptsFilterForm({ path, view }: { path: string; view: AttemptsView }) {
  const { filter, order } = view;
  return (
    <FilterForm path={path} order={order} filtered={isFiltered(view)}>
      <SearchPart name="search" label="Name" value={filter.search} />
      <SelectPart
        name="state"
        label="State"
        value={filter.state ?? ''}
        any="Any state"
        options={Object.entries(attemptStates)}
      />
      <SelectPart
        name="passed"
        label="Passed"
        value={filter.passed ?? ''}
        any="Passed or not"
        options={[
          ['yes', 'Passed'],
          ['no', 'Not passed'],
        ]}
      />
    </FilterForm>
  );
}

/** Whether an address filters anything. */
export const isFiltered = ({ filter }: AttemptsView): boolean =>
  Object.values(filter).some((value) => value !== null && value !== '');
