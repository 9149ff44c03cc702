import Link from 'next/link';
import { roleWords } from '@/components/ui/role-words';
import { Instant } from '@/components/ui/when';
import type { ListedPerson } from '@/features/accounts/people-page';
import { type PeopleView, peopleColumns, personStatuses } from '@/rules/accounts/people-filter';
import { withFields } from '@/rules/tables/table-view';
import { type DataColumn, DataTable } from './data-table';
import { FilterForm } from './filter-form';
import { SearchPart, SelectPart } from './filter-parts';

const path = '/admin/people';

/** The filter of the table of people. */
export function PeopleFilterForm({ view }: { view: PeopleView }) {
  const { filter, order } = view;
  return (
    <FilterForm
      path={path}
      columns={Object.entries(peopleColumns).map(([column, label]) => [
        column,
        label,
        (view.columns as string[]).includes(column),
      ])}
      order={order}
      filtered={isFilteredPeople(view)}
    >
      <SearchPart name="search" label="Name or e-mail address" value={filter.search} />
      <SelectPart
        name="role"
        label="Role"
        value={filter.role ?? ''}
        any="Any role"
        options={Object.entries(roleWords)}
      />
      <SelectPart
        name="status"
        label="Standing"
        value={filter.status ?? ''}
        any="Any standing"
        options={Object.entries(personStatuses)}
      />
    </FilterForm>
  );
}

/** Whether an address filters anybody out. */
export const isFilteredPeople = ({ filter }: PeopleView): boolean =>
  filter.search !== '' || filter.role !== null || filter.status !== null;

type Props = { query: string; view: PeopleView; people: readonly ListedPerson[] };

/** People in a table, each leading to their own page. */
export function PeopleList({ query, view, people }: Props) {
  const { order } = view;
  const heading = (key: string, label: string, sort: string | null): DataColumn => {
    if (sort === null) return { key, label };
    const here = order.sort === sort;
    const next = here ? (order.direction === 'up' ? 'down' : 'up') : sort === 'name' ? 'up' : 'down';
    return {
      key,
      label,
      sortHref: `${path}?${withFields(new URLSearchParams(query), { sort, dir: next })}`,
      ...(here && { sorted: order.direction === 'up' ? 'ascending' : 'descending' }),
    };
  };
  return (
    <DataTable
      caption="People"
      columns={[
        heading('name', 'Name and address', 'name'),
        ...view.columns.map((column) =>
          heading(column, peopleColumns[column], column === 'since' ? 'since' : null),
        ),
      ]}
      rows={people.map((person) => ({
        id: person.id,
        head: (
          <>
            <Link href={`${path}/${person.id}`} prefetch={false} className="roster-person">
              {person.name}
            </Link>
            <span className="block text-sm break-all text-soft">{person.email}</span>
          </>
        ),
        cells: {
          role: roleWords[person.role],
          status: <span className={statusTone[person.status]}>{personStatuses[person.status]}</span>,
          since: <Instant at={person.createdAt} />,
          externalId: person.externalId && <span className="break-all">{person.externalId}</span>,
        },
      }))}
    />
  );
}

const statusTone: Record<ListedPerson['status'], string> = {
  active: 'text-good',
  suspended: 'font-semibold text-bad',
  unconfirmed: 'text-soft',
  unclaimed: 'text-soft',
};
