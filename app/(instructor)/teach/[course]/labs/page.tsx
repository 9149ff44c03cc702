import type { Metadata } from 'next';
import { LabsTable } from '@/components/roster/labs/labs-table';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listLabs } from '@/features/learning/labs/list-labs';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Labs' };

export default async function LabsPage({ params }: { params: Promise<{ course: string }> }) {
  const { course } = await params;
  const { labs } = await call(listLabs, { course });
  return (
    <Page>
      <PageTitle lead="How far learners are in each lab, and how often what they handed in was wrong.">
        Labs
      </PageTitle>
      {labs.length === 0 ? (
        <Empty
          title="There is no lab yet"
          action={
            <ButtonLink look="secondary" href={`/teach/${course}/outline`}>
              To the outline
            </ButtonLink>
          }
        >
          A lab is inserted into a lesson in its editor. Once it is published, what its learners do stands
          here.
        </Empty>
      ) : (
        <LabsTable course={course} labs={labs} />
      )}
    </Page>
  );
}
