import type { Metadata } from 'next';
import { undoBatchAction } from '@/app/(instructor)/teach/[course]/(people)/batches/actions';
import { batchQuery } from '@/app/(instructor)/teach/[course]/(people)/batches/search-params';
import { BatchPage } from '@/components/roster/batch-page';
import { getBatch } from '@/features/enrollment/batches/get-batch';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Batch' };

type Props = {
  params: Promise<{ batch: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A batch over several courses. */
export default async function SiteBatchPage({ params, searchParams }: Props) {
  const { batch } = await params;
  const query = batchQuery(await searchParams);
  const details = await call(getBatch, { batch, ...query });
  return (
    <BatchPage
      details={details}
      path={`/admin/batches/${batch}`}
      outcome={query.outcome}
      undo={undoBatchAction}
    />
  );
}
