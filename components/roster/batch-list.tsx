import Link from 'next/link';
import { Instant } from '@/components/ui/when';
import { batchKindWords, batchStateWords, outcomesInWords } from './batch-words';

type Listed = {
  id: string;
  kind: keyof typeof batchKindWords;
  title: string;
  state: keyof typeof batchStateWords;
  outcomes: Record<string, number>;
  createdAt: Date;
  by: string | null;
  undoneBy: string | null;
};

/** Batches, newest first, each with what came of it. */
export function BatchList({ batches, room }: { batches: Listed[]; room: string }) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {batches.map((batch) => (
        <li key={batch.id} className="py-3">
          <Link
            href={`${room}/${batch.id}`}
            prefetch={false}
            className="inline-flex min-h-11 items-center text-lg font-semibold break-words"
          >
            {batch.title}
          </Link>
          <p className="text-sm text-soft">
            {batchKindWords[batch.kind]} · {batch.by ?? 'the platform'} · <Instant at={batch.createdAt} />
          </p>
          <p className="mt-1">
            {batch.undoneBy ? 'Undone. ' : ''}
            {batchStateWords[batch.state]}
            {outcomesInWords(batch.outcomes) && `: ${outcomesInWords(batch.outcomes)}`}.
          </p>
        </li>
      ))}
    </ul>
  );
}
