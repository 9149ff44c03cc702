import type { Metadata } from 'next';
import { tableQuery } from '@/app/table-query';
import { TablePage } from '@/app/views/table-page';
import { EnrollmentsFilter, isFiltered } from '@/components/roster/enrollments-filter';
import { EnrollmentsTable } from '@/components/roster/enrollments-table';
import { ButtonLink } from '@/components/ui/button';
import { Empty } from '@/components/ui/page';
import { listEnrollments } from '@/features/enrollment/roster/list-enrollments';
import { columnsOf } from '@/rules/enrollment/roster-filter';
import { viewQuery } from '@/rules/tables/table-view';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Enrollments' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const path = '/admin/enrollments';

export default async function EnrollmentsPage({ searchParams }: Props) {
  const asked = await tableQuery(searchParams);
  const { view, rows, total, turns, ...found } = await call(listEnrollments, { query: asked.toString() });
  const filtered = isFiltered(view);
  return (
    <TablePage
      title="Enrollments"
      lead="Everybody in every course, who was in one, or waits for one."
      path={path}
      room="enrollments"
      asked={asked}
      filter={
        <EnrollmentsFilter
          path={path}
          view={view}
          columns={columnsOf('site')}
          contacts={true}
          courses={found.courses}
        />
      }
      filtered={filtered}
      total={total}
      words={['enrollment', 'enrollments']}
      exportPath={found.mayExport ? '/api/admin/enrollments' : null}
      turns={turns}
      mayChoose={found.mayManage}
      table={
        rows.length > 0 ? (
          <EnrollmentsTable
            path={path}
            query={viewQuery(asked)}
            view={view}
            columns={view.columns}
            rows={rows}
            now={new Date()}
            mayChoose={found.mayManage}
          />
        ) : null
      }
      empty={
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
      }
    />
  );
}
