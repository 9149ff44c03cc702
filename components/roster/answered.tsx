import { Notice } from '@/components/ui/notice';

/** What became of requests, by the names that the address gives the counts. */
const words = {
  approved: 'approved, and in the course',
  waiting: 'approved, and on the waitlist, because every seat is taken',
  declined: 'declined',
  full: 'left as they are: every seat is taken, and there is no waitlist',
  meanwhile: 'left as they are: somebody answered them meanwhile',
} as const;

/** Says what was done to the requests that were answered. */
export function Answered({ counts }: { counts: Record<string, string | string[] | undefined> }) {
  const done = Object.entries(words).flatMap(([name, text]) => {
    const count = String(counts[name] ?? '');
    return /^[1-9]\d{0,2}$/.test(count) ? [`${count} ${text}`] : [];
  });
  if (done.length === 0) return null;
  return (
    <div className="mb-8 max-w-3xl">
      <Notice tone="good" title="Answered">
        {done.join('; ')}. They are told by mail.
      </Notice>
    </div>
  );
}
