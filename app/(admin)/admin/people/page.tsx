import type { Metadata } from 'next';
import { Pager } from '@/components/account/pager';
import { PeopleFilter } from '@/components/account/people-filter';
import { PeopleTable } from '@/components/account/people-table';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listPeople } from '@/features/accounts/list-people';
import { siteRoles } from '@/rules/roles';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'People' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PeoplePage({ searchParams }: Props) {
  const query = await searchParams;
  const search = typeof query.search === 'string' ? query.search : '';
  const role = siteRoles.find((known) => known === query.role) ?? null;
  const asked = typeof query.page === 'string' && /^[1-9]\d{0,5}$/.test(query.page) ? Number(query.page) : 1;
  const { people, total, pages } = await call(listPeople, { search, role, page: asked });
  const hrefOf = (page: number) =>
    `/admin/people?${new URLSearchParams({ search, role: role ?? '', page: String(page) })}`;
  return (
    <Page>
      <PageTitle lead={total === 1 ? '1 account' : `${total} accounts`}>People</PageTitle>
      <PeopleFilter search={search} role={role} />
      {people.length > 0 ? (
        <PeopleTable people={people} />
      ) : (
        <Empty
          title="Nobody is here"
          action={
            <ButtonLink look="secondary" href="/admin/people">
              Show everybody
            </ButtonLink>
          }
        >
          No name or address contains what you are looking for.
        </Empty>
      )}
      <Pager page={Math.min(asked, pages)} pages={pages} hrefOf={hrefOf} />
    </Page>
  );
}
