import Link from 'next/link';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { Instant } from '@/components/ui/when';
import type { BatchDetails } from '@/features/enrollment/batches/get-batch';
import type { FormState } from '@/rules/form-state';
import { BatchItems } from './batch-items';
import { BatchProgress } from './batch-progress';
import { batchKindWords, batchStateWords, outcomesInWords, outcomeWords } from './batch-words';

type Props = {
  details: BatchDetails;
  /** Where this page stands, without its query. */
  path: string;
  outcome: string | null;
  undo: (state: FormState, form: FormData) => Promise<FormState>;
};

/** A batch: how far it is, what came of whom, and the way back. */
export function BatchPage({ details: { batch, items, next, mayUndo }, path, outcome, undo }: Props) {
  const underWay = batch.state === 'waiting' || batch.state === 'running';
  const room = path.slice(0, path.lastIndexOf('/'));
  const query = (more: Record<string, string>) =>
    `${path}?${new URLSearchParams({ ...(outcome && { outcome }), ...more })}`;
  return (
    <Page>
      <PageTitle
        lead={
          <>
            {batchKindWords[batch.kind]}
            {batch.cohort && `, cohort ${batch.cohort}`}, by {batch.by ?? 'the platform'} on{' '}
            <Instant at={batch.createdAt} />. {batchStateWords[batch.state]}.
          </>
        }
      >
        {batch.title}
      </PageTitle>
      <div className="mb-8 grid max-w-3xl gap-5">
        {underWay && <BatchProgress done={batch.done} total={batch.total} href={path} />}
        {batch.state === 'failed' && (
          <Notice tone="bad" title={`It stopped after ${batch.done} of ${batch.total}`}>
            {batch.error} What was done until then stands, and can be undone.
          </Notice>
        )}
        {batch.state === 'done' && (
          <Notice tone="good">{outcomesInWords(batch.outcomes) || 'There was nothing to do'}.</Notice>
        )}
        {batch.undoneBy && (
          <p>
            This was undone: <Link href={`${room}/${batch.undoneBy}`}>see what was restored</Link>.
          </p>
        )}
        {batch.undoOf && (
          <p>
            This undoes <Link href={`${room}/${batch.undoOf}`}>{batch.undoneTitle}</Link>.
          </p>
        )}
        {mayUndo && !underWay && !batch.undoneBy && batch.kind !== 'undo' && batch.done > 0 && (
          <details className="rounded-md border border-rule px-4 py-2">
            <summary className="min-h-9 cursor-pointer py-1 font-semibold">Undo this batch</summary>
            <p className="my-3 max-w-prose text-soft">
              Everybody goes back to exactly what they were, unless something happened to their enrollment
              since or they have begun to learn: they are left as they are, and listed. Mails that were sent
              stay sent.
            </p>
            <Form action={undo} submitLabel="Undo it" pendingLabel="Undoing …">
              <input type="hidden" name="batch" value={batch.id} />
            </Form>
          </details>
        )}
      </div>
      <nav aria-label="Show" className="mb-4 flex flex-wrap gap-x-4">
        {[null, ...Object.keys(batch.outcomes)].map((one) => (
          <Link
            key={one ?? 'all'}
            href={one ? `${path}?outcome=${one}` : path}
            prefetch={false}
            aria-current={one === outcome ? 'page' : undefined}
            className="inline-flex min-h-11 items-center aria-[current]:font-semibold"
          >
            {one ? `${outcomeWords[one] ?? one} (${batch.outcomes[one]})` : `Everybody (${batch.total})`}
          </Link>
        ))}
      </nav>
      {items.length === 0 ? (
        <Empty title="Nobody to show here" />
      ) : (
        <BatchItems items={items} course={batch.course} />
      )}
      {next !== null && (
        <p className="mt-4">
          <Link href={query({ after: String(next) })} className="inline-flex min-h-11 items-center">
            More people
          </Link>
        </p>
      )}
    </Page>
  );
}
