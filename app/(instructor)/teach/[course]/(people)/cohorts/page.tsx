import type { Metadata } from 'next';
import { CohortTable } from '@/components/roster/cohort-table';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listCohorts } from '@/features/enrollment/cohorts/list-cohorts';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Cohorts' };

export default async function CohortsPage({ params }: { params: Promise<{ course: string }> }) {
  const { slug, cohorts, mayManage } = await call(listCohorts, { course: (await params).course });
  const add = mayManage && <ButtonLink href={`/teach/${slug}/cohorts/new`}>New cohort</ButtonLink>;
  return (
    <Page>
      <PageTitle lead="Runs of the course: people who take it together, with dates, seats, instructors and ways in of their own.">
        Cohorts
      </PageTitle>
      {cohorts.length === 0 ? (
        <Empty title="No cohorts yet" action={add}>
          Without cohorts everybody takes the course by its own dates and seats.
        </Empty>
      ) : (
        <>
          <div className="mb-6">{add}</div>
          <CohortTable course={slug} cohorts={cohorts} />
        </>
      )}
    </Page>
  );
}
