import { type GradebookView, isNarrowed, standings } from '@/rules/grading/gradebook-filter';
import { FilterForm } from './filter-form';
import { SearchPart, SelectPart } from './filter-parts';

type Props = {
  path: string;
  view: GradebookView;
  cohorts: readonly { id: string; name: string }[];
};

/** The filter of a gradebook, which stands in its address. */
export function GradebookFilter({ path, view, cohorts }: Props) {
  const { filter, order } = view;
  return (
    <FilterForm path={path} columns={[]} order={order} filtered={isNarrowed(view)}>
      <SearchPart name="search" label="Name" value={filter.search} />
      {cohorts.length > 0 && (
        <SelectPart
          name="cohort"
          label="Cohort"
          value={filter.cohort ?? ''}
          any="Any cohort"
          options={[['none', 'No cohort'], ...cohorts.map(({ id, name }) => [id, name] as const)]}
        />
      )}
      <SelectPart
        name="standing"
        label="Standing"
        value={filter.standing ?? ''}
        any="Everybody"
        options={Object.entries(standings)}
      />
    </FilterForm>
  );
}
