import type { Metadata } from 'next';
import { tableQuery } from '@/app/table-query';
import { GradebookNav } from '@/components/grading/gradebook-nav';
import { GradebookTable } from '@/components/grading/gradebook-table';
import { GradebookFilter } from '@/components/roster/gradebook-filter';
import { TableHead } from '@/components/roster/table-head';
import { Turn } from '@/components/roster/turn';
import { Notice } from '@/components/ui/notice';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listGradebook } from '@/features/learning/gradebook/list-gradebook';
import { isNarrowed } from '@/rules/grading/gradebook-filter';
import { viewQuery } from '@/rules/tables/table-view';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Grades' };

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function GradebookPage({ params, searchParams }: Props) {
  const { course } = await params;
  const asked = await tableQuery(searchParams);
  const query = asked.toString();
  const { view, items, rows, total, turns, cohorts, pass, renewing, mayGrade } = await call(listGradebook, {
    course,
    query,
  });
  const path = `/teach/${course}/grades`;
  const filtered = isNarrowed(view);
  return (
    <Page>
      <PageTitle
        lead={`“So far” is of what is graded until now. Passing takes ${pass} % of the whole course, where what is not graded counts as nothing, and everything that is required.`}
      >
        Grades
      </PageTitle>
      <GradebookNav course={course} here="grades" mayGrade={mayGrade} />
      <GradebookFilter path={path} view={view} cohorts={cohorts} />
      {renewing && (
        <div className="mb-4">
          <Notice>
            Totals are being worked out anew; some are still as they were. Look again in a moment.
          </Notice>
        </div>
      )}
      <TableHead
        total={total}
        words={['learner', 'learners']}
        filtered={filtered}
        exportPath={`/api/teach/${course}/grades`}
        query={viewQuery(asked)}
      />
      {rows.length > 0 ? (
        <GradebookTable path={path} query={viewQuery(asked)} view={view} items={items} rows={rows} />
      ) : (
        <Empty title={filtered ? 'Nobody matches' : 'Nobody learns here yet'}>
          {filtered
            ? 'No learner of this course is as the filter wants it.'
            : 'Learners stand here as soon as they are in the course.'}
        </Empty>
      )}
      <Turn path={path} turns={turns} />
    </Page>
  );
}
