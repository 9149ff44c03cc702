import { enrollmentStates } from '@/rules/enrollment/enrollment-states';
import {
  activities,
  type RosterColumn,
  type RosterView,
  rosterColumns,
} from '@/rules/enrollment/roster-filter';
import { FilterForm } from './filter-form';
import { PercentPart, SearchPart, SelectPart } from './filter-parts';
import { stateWords } from './state-words';

type Props = {
  path: string;
  /** The address without a filter; the path unless said otherwise. */
  cleared?: string;
  view: RosterView;
  /** The columns that can be shown here. */
  columns: readonly RosterColumn[];
  contacts: boolean;
} & (
  | { courses: readonly string[]; cohorts?: undefined; sources?: undefined }
  | { courses?: undefined; cohorts: readonly { id: string; name: string }[]; sources: readonly string[] }
);

const percent = (value: number | null): string => (value === null ? '' : String(value));

/** The filter of a table of enrollments: of a course, or of all. */
export function EnrollmentsFilter({
  path,
  cleared,
  view,
  columns,
  contacts,
  courses,
  cohorts,
  sources,
}: Props) {
  const { filter, order } = view;
  return (
    <FilterForm
      path={path}
      cleared={cleared}
      columns={columns.map((column) => [column, rosterColumns[column], view.columns.includes(column)])}
      order={order}
      filtered={isFiltered(view)}
    >
      <SearchPart name="search" label={contacts ? 'Name or e-mail address' : 'Name'} value={filter.search} />
      <SelectPart
        name="state"
        label="State"
        value={filter.state ?? ''}
        any="Any state"
        options={enrollmentStates.map((state) => [state, stateWords[state]])}
      />
      {courses && (
        <SelectPart
          name="course"
          label="Course"
          value={filter.course ?? ''}
          any="All courses"
          options={courses.map((slug) => [slug, slug])}
        />
      )}
      {cohorts && cohorts.length > 0 && (
        <SelectPart
          name="cohort"
          label="Cohort"
          value={filter.cohort ?? ''}
          any="Any cohort"
          options={[['none', 'No cohort'], ...cohorts.map(({ id, name }) => [id, name] as const)]}
        />
      )}
      {sources && sources.length > 0 && (
        <SelectPart
          name="source"
          label="Source"
          value={filter.source ?? ''}
          any="Any source"
          options={[['none', 'Made by a person'], ...sources.map((source) => [source, source] as const)]}
        />
      )}
      <SelectPart
        name="activity"
        label="Last active"
        value={filter.activity ?? ''}
        any="Any time"
        options={Object.entries(activities)}
      />
      {cohorts && (
        <>
          <PercentPart name="from" label="Progress from %" value={percent(filter.progressFrom)} />
          <PercentPart name="to" label="Progress to %" value={percent(filter.progressTo)} />
        </>
      )}
    </FilterForm>
  );
}

/** Whether an address filters anything. */
export const isFiltered = ({ filter }: RosterView): boolean =>
  Object.values(filter).some((value) => value !== null && value !== '');
