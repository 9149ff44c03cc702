import type { Metadata } from 'next';
import { BatchList } from '@/components/roster/batch-list';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listBatches } from '@/features/enrollment/batches/list-batches';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Batches' };

export default async function BatchesPage({ params }: { params: Promise<{ course: string }> }) {
  const { course } = await params;
  const batches = await call(listBatches, { course });
  return (
    <Page>
      <PageTitle lead="What was done to many at once: lists, changes made in a table, and other systems. Each can be undone as one.">
        Batches
      </PageTitle>
      {batches.length === 0 ? (
        <Empty title="Nothing was done to many at once yet">
          <p>Bring in a list of people, or choose several in the roster.</p>
        </Empty>
      ) : (
        <BatchList batches={batches} room={`/teach/${course}/batches`} />
      )}
    </Page>
  );
}
