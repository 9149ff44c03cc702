import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { tableQuery } from '@/app/table-query';
import { TablePage } from '@/app/views/table-page';
import { EnrollmentsFilter, isFiltered } from '@/components/roster/enrollments-filter';
import { EnrollmentsTable } from '@/components/roster/enrollments-table';
import { OwnCohorts } from '@/components/roster/own-cohorts';
import { ButtonLink } from '@/components/ui/button';
import { Empty } from '@/components/ui/page';
import { listRoster } from '@/features/enrollment/roster/list-roster';
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
  const { view, rows, total, turns, contacts, mayManage } = roster;
  const path = `/teach/${course}/roster`;
  const [first] = roster.own;
  // Whoever teaches a cohort begins with it. An address that says anything is taken at its word.
  if (first && asked.size === 0) redirect(`${path}?cohort=${first.id}`);
  const everybody = first ? `${path}?cohort=any` : path;
  const hidden = contacts ? [] : ['email', 'externalId'];
  const known = columnsOf('course').filter((column) => !hidden.includes(column));
  return (
    <TablePage
      title="Roster"
      lead="Everybody who is in this course, was in it, or waits for it."
      path={path}
      room={`roster:${course}`}
      asked={asked}
      filter={
        <>
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
        </>
      }
      filtered={isFiltered(view)}
      total={total}
      words={['person', 'people']}
      exportPath={contacts ? `/api/teach/${course}/roster` : null}
      turns={turns}
      mayChoose={mayManage}
      table={
        rows.length > 0 ? (
          <EnrollmentsTable
            path={path}
            query={viewQuery(asked)}
            view={view}
            columns={view.columns.filter((column) => known.includes(column))}
            rows={rows}
            now={new Date()}
            mayChoose={mayManage}
          />
        ) : null
      }
      empty={<NobodyHere course={course} filtered={isFiltered(view)} everybody={everybody} />}
    />
  );
}

function NobodyHere({
  course,
  filtered,
  everybody,
}: {
  course: string;
  filtered: boolean;
  everybody: string;
}) {
  return (
    <Empty
      title={filtered ? 'Nobody matches' : 'Nobody is here yet'}
      action={
        <ButtonLink look="secondary" href={filtered ? everybody : `/teach/${course}/invite`}>
          {filtered ? 'Show everybody' : 'Invite people'}
        </ButtonLink>
      }
    >
      {filtered
        ? 'No enrollment of this course is as the filter wants it.'
        : 'People appear here as soon as they enroll, are invited or come with a list.'}
    </Empty>
  );
}
