import type { Metadata } from 'next';
import { tableQuery } from '@/app/table-query';
import { deleteViewAction, renameViewAction, saveViewAction } from '@/app/views/actions';
import { BulkForm } from '@/components/roster/bulk-bar';
import { EnrollmentsFilter, isFiltered } from '@/components/roster/enrollments-filter';
import { EnrollmentsTable } from '@/components/roster/enrollments-table';
import { SavedViews } from '@/components/roster/saved-views';
import { TableHead } from '@/components/roster/table-head';
import { Turn } from '@/components/roster/turn';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listEnrollments } from '@/features/enrollment/roster/list-enrollments';
import { listViews } from '@/features/enrollment/views/list-views';
import { columnsOf } from '@/rules/enrollment/roster-filter';
import { viewQuery } from '@/rules/tables/table-view';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Enrollments' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const path = '/admin/enrollments';

export default async function EnrollmentsPage({ searchParams }: Props) {
  const asked = await tableQuery(searchParams);
  const { view, rows, total, turns, ...found } = await call(listEnrollments, { query: asked.toString() });
  const { views } = await call(listViews, { room: 'enrollments' });
  const query = viewQuery(asked);
  const filtered = isFiltered(view);
  const table = (
    <EnrollmentsTable
      path={path}
      query={query}
      view={view}
      columns={view.columns}
      rows={rows}
      now={new Date()}
      mayChoose={found.mayManage}
    />
  );
  return (
    <Page>
      <PageTitle lead="Everybody in every course, who was in one, or waits for one.">Enrollments</PageTitle>
      <SavedViews
        path={path}
        room="enrollments"
        query={query}
        views={views}
        editing={asked.get('edit') ?? ''}
        actions={{ save: saveViewAction, rename: renameViewAction, remove: deleteViewAction }}
      />
      <EnrollmentsFilter
        path={path}
        view={view}
        columns={columnsOf('site')}
        contacts={true}
        courses={found.courses}
      />
      <TableHead
        total={total}
        words={['enrollment', 'enrollments']}
        filtered={filtered}
        exportPath={found.mayExport ? '/api/admin/enrollments' : null}
        query={query}
      />
      {rows.length === 0 ? (
        <Empty
          title={filtered ? 'No enrollment matches' : 'Nobody is enrolled yet'}
          action={
            <ButtonLink look="secondary" href={filtered ? path : '/courses'}>
              {filtered ? 'Show every enrollment' : 'See the courses'}
            </ButtonLink>
          }
        >
          {filtered ? 'No enrollment is as the filter wants it.' : 'Enrollments of all courses appear here.'}
        </Empty>
      ) : found.mayManage ? (
        <BulkForm action={`${path}/act`} query={query} total={total}>
          {table}
        </BulkForm>
      ) : (
        table
      )}
      <Turn path={path} turns={turns} />
    </Page>
  );
}
