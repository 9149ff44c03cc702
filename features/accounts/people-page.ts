import type { Db } from '@/db/client';
import { people } from '@/db/queries/people';
import {
  type PeopleFilter,
  type PeopleSort,
  type PersonStatus,
  personStatus,
} from '@/rules/accounts/people-filter';
import type { SiteRole } from '@/rules/accounts/roles';
import { placeText, type TableOrder } from '@/rules/tables/table-view';

/** A person as the table and exports show them. */
export type ListedPerson = {
  id: string;
  name: string;
  email: string;
  role: SiteRole;
  status: PersonStatus;
  createdAt: Date;
  externalId: string | null;
  /** Where the next page begins. */
  place: string;
};

/** People after or before a place. */
export async function shownPeople(
  db: Db,
  filter: PeopleFilter,
  order: TableOrder<PeopleSort>,
  limit: number,
): Promise<ListedPerson[]> {
  const rows = await people(db, filter, order, limit);
  return rows.map(({ id, name, email, role, createdAt, externalId, key, ...row }) => ({
    id,
    name,
    email,
    role,
    status: personStatus(row),
    createdAt,
    externalId,
    place: placeText({ key, id }),
  }));
}
