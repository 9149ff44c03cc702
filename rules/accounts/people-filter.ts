import { oneOfThese, readColumns, readOrder, searchText, type TableOrder } from '../tables/table-view';
import { type SiteRole, siteRoles } from './roles';

/** The standing of an account. */
export const personStatuses = {
  active: 'Active',
  unconfirmed: 'Not confirmed',
  unclaimed: 'Not claimed yet',
  suspended: 'Suspended',
} as const;
export type PersonStatus = keyof typeof personStatuses;

/** The columns beside name and address, in the order in which they stand. */
export const peopleColumns = {
  role: 'Role',
  status: 'Standing',
  since: 'Since',
  externalId: 'External ID',
} as const;
type PeopleColumn = keyof typeof peopleColumns;

const sorts = { name: 'text', since: 'instant' } as const;
export type PeopleSort = keyof typeof sorts;

export type PeopleFilter = { search: string; role: SiteRole | null; status: PersonStatus | null };
export type PeopleView = {
  filter: PeopleFilter;
  order: TableOrder<PeopleSort>;
  columns: PeopleColumn[];
};

/** Reads what the table of people shows from the query of its address. */
export function readPeopleView(raw: string): PeopleView {
  const query = new URLSearchParams(raw);
  return {
    filter: {
      search: searchText(query.get('search')),
      role: oneOfThese(siteRoles, query.get('role')),
      status: oneOfThese(Object.keys(personStatuses) as PersonStatus[], query.get('status')),
    },
    order: readOrder(query, sorts, 'name'),
    columns: readColumns(query, Object.keys(peopleColumns) as PeopleColumn[], ['role', 'status', 'since']),
  };
}

/** The standing of an account, the gravest first. */
export function personStatus(person: {
  suspended: boolean;
  unclaimed: boolean;
  confirmed: boolean;
}): PersonStatus {
  if (person.suspended) return 'suspended';
  if (person.unclaimed) return 'unclaimed';
  return person.confirmed ? 'active' : 'unconfirmed';
}
