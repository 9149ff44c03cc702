import type { Metadata } from 'next';
import { tableQuery } from '@/app/table-query';
import { deleteViewAction, renameViewAction, saveViewAction } from '@/app/views/actions';
import { isFilteredPeople, PeopleFilterForm, PeopleList } from '@/components/roster/people-list';
import { SavedViews } from '@/components/roster/saved-views';
import { TableHead } from '@/components/roster/table-head';
import { Turn } from '@/components/roster/turn';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listPeople } from '@/features/accounts/list-people';
import { listViews } from '@/features/enrollment/views/list-views';
import { viewQuery } from '@/rules/tables/table-view';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'People' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const path = '/admin/people';

export default async function PeoplePage({ searchParams }: Props) {
  const asked = await tableQuery(searchParams);
  const { view, people, total, turns, mayExport } = await call(listPeople, { query: asked.toString() });
  const { views } = await call(listViews, { room: 'people' });
  const query = viewQuery(asked);
  return (
    <Page>
      <PageTitle lead="Everybody with an account.">People</PageTitle>
      <SavedViews
        path={path}
        room="people"
        query={query}
        views={views}
        editing={asked.get('edit') ?? ''}
        actions={{ save: saveViewAction, rename: renameViewAction, remove: deleteViewAction }}
      />
      <PeopleFilterForm view={view} />
      <TableHead
        total={total}
        words={['account', 'accounts']}
        filtered={isFilteredPeople(view)}
        exportPath={mayExport ? '/api/admin/people' : null}
        query={query}
      />
      {people.length > 0 ? (
        <PeopleList query={query} view={view} people={people} />
      ) : (
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
      )}
      <Turn path={path} turns={turns} />
    </Page>
  );
}
