import type { Metadata } from 'next';
import { tableQuery } from '@/app/table-query';
import { TablePage } from '@/app/views/table-page';
import { isFilteredPeople, PeopleFilterForm, PeopleList } from '@/components/roster/people-list';
import { ButtonLink } from '@/components/ui/button';
import { Empty } from '@/components/ui/page';
import { listPeople } from '@/features/accounts/list-people';
import { viewQuery } from '@/rules/tables/table-view';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'People' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const path = '/admin/people';

export default async function PeoplePage({ searchParams }: Props) {
  const asked = await tableQuery(searchParams);
  const { view, people, total, turns, mayExport } = await call(listPeople, { query: asked.toString() });
  return (
    <TablePage
      title="People"
      lead="Everybody with an account."
      path={path}
      room="people"
      asked={asked}
      filter={<PeopleFilterForm view={view} />}
      filtered={isFilteredPeople(view)}
      total={total}
      words={['account', 'accounts']}
      exportPath={mayExport ? '/api/admin/people' : null}
      turns={turns}
      table={people.length > 0 ? <PeopleList query={viewQuery(asked)} view={view} people={people} /> : null}
      empty={
        <Empty
          title="Nobody is here"
          action={
            <ButtonLink look="secondary" href={path}>
              Show everybody
            </ButtonLink>
          }
        >
          No account is as the filter wants it.
        </Empty>
      }
    />
  );
}
