import type { Metadata } from 'next';
import { BatchPage } from '@/components/roster/batch-page';
import { getBatch } from '@/features/enrollment/batches/get-batch';
import { call, missing } from '@/server/call';
import { undoBatchAction } from '../actions';
import { batchQuery } from '../search-params';

export const metadata: Metadata = { title: 'Batch' };

type Props = {
  params: Promise<{ course: string; batch: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CourseBatchPage({ params, searchParams }: Props) {
  const { course, batch } = await params;
  const query = batchQuery(await searchParams);
  const details = await call(getBatch, { batch, ...query });
  if (details.batch.course !== course) missing();
  return (
    <BatchPage
      details={details}
      path={`/teach/${course}/batches/${batch}`}
      outcome={query.outcome}
      undo={undoBatchAction}
    />
  );
}
