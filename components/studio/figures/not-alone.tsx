import Link from 'next/link';
import { Notice } from '@/components/ui/notice';

/** Why an edition is not shown by itself, and where its learners are counted instead. */
export function NotAlone({ edition, all }: { edition: string; all: string }) {
  return (
    <Notice title={`Edition ${edition} is not shown by itself`}>
      A group in it has fewer than 5 people, or such a group could be worked out by taking it away from all
      editions together.{' '}
      <Link href={all} prefetch={false} className="preview-link">
        Show all editions together
      </Link>
    </Notice>
  );
}
