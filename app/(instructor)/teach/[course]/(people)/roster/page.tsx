import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { tableQuery } from '@/app/table-query';
import { deleteViewAction, renameViewAction, saveViewAction } from '@/app/views/actions';
import { BulkForm } from '@/components/roster/bulk-bar';
import { EnrollmentsFilter, isFiltered } from '@/components/roster/enrollments-filter';
import { EnrollmentsTable } from '@/components/roster/enrollments-table';
import { OwnCohorts } from '@/components/roster/own-cohorts';
import { SavedViews } from '@/components/roster/saved-views';
import { TableHead } from '@/components/roster/table-head';
import { Turn } from '@/components/roster/turn';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listRoster } from '@/features/enrollment/roster/list-roster';
import { listViews } from '@/features/enrollment/views/list-views';
import { columnsOf } from '@/rules/enrollment/roster-filter';
import { viewQuery, withFields } from '@/rules/tables/table-view';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Roster' };

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RosterPage({ params, searchParams }: Props) {
  const { course } = await params;
  const asked = await tableQuery(searchParams);
  const roster = await call(listRoster, { course, query: asked.toString() });
  const { views } = await call(listViews, { room: `roster:${course}` });
  const { view, rows, total, turns, contacts, mayManage } = roster;
  const path = `/teach/${course}/roster`;
  const [first] = roster.own;
  // Whoever teaches a cohort begins with it. An address that says anything is taken at its word.
  if (first && asked.size === 0) redirect(`${path}?cohort=${first.id}`);
  const everybody = first ? `${path}?cohort=any` : path;
  const query = viewQuery(asked);
  const hidden = contacts ? [] : ['email', 'externalId'];
  const known = columnsOf('course').filter((column) => !hidden.includes(column));
  const filtered = isFiltered(view);
  const table = (
    <EnrollmentsTable
      path={path}
      query={query}
      view={view}
      columns={view.columns.filter((column) => known.includes(column))}
      rows={rows}
      now={new Date()}
      mayChoose={mayManage}
    />
  );
  return (
    <Page>
      <PageTitle lead="Everybody who is in this course, was in it, or waits for it.">Roster</PageTitle>
      <SavedViews
        path={path}
        room={`roster:${course}`}
        query={query}
        views={views}
        editing={asked.get('edit') ?? ''}
        actions={{ save: saveViewAction, rename: renameViewAction, remove: deleteViewAction }}
      />
      <OwnCohorts
        own={roster.own}
        current={view.filter.cohort ?? ''}
        hrefOf={(cohort) => `${path}?${withFields(asked, { cohort })}`}
      />
      <EnrollmentsFilter
        path={path}
        cleared={everybody}
        view={view}
        columns={known}
        contacts={contacts}
        cohorts={roster.cohorts}
        sources={roster.sources}
      />
      <TableHead
        total={total}
        words={['person', 'people']}
        filtered={filtered}
        exportPath={contacts ? `/api/teach/${course}/roster` : null}
        query={query}
      />
      {rows.length === 0 ? (
        <Empty
          title={filtered ? 'Nobody matches' : 'Nobody is here yet'}
          action={
            filtered ? (
              <ButtonLink look="secondary" href={everybody}>
                Show everybody
              </ButtonLink>
            ) : (
              <ButtonLink look="secondary" href={`/teach/${course}/invite`}>
                Invite people
              </ButtonLink>
            )
          }
        >
          {filtered
            ? 'No enrollment of this course is as the filter wants it.'
            : 'People appear here as soon as they enroll, are invited or come with a list.'}
        </Empty>
      ) : mayManage ? (
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
