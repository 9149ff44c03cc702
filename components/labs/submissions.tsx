import type { SubmissionSeen } from '@/kinds/labs/screen';
import { Instant } from '../ui/when';

export const outcomeWords = ({ outcome, says }: Pick<SubmissionSeen, 'outcome' | 'says'>): string =>
  outcome === 'pass'
    ? 'Passed.'
    : outcome === 'system-error'
      ? 'Not verified: our failure, no try.'
      : (says ?? '');

/** What was handed in, and what the server found: the receipts of a lab. */
export function Submissions({
  submissions,
  triesLeft,
}: {
  submissions: SubmissionSeen[];
  triesLeft: number;
}) {
  if (submissions.length === 0) return null;
  return (
    <details className="lab-more">
      <summary>
        Handed in {submissions.length === 1 ? 'once' : `${submissions.length} times`}; {triesLeft}{' '}
        {triesLeft === 1 ? 'try' : 'tries'} left
      </summary>
      <ol className="lab-submissions">
        {submissions.map((submission) => (
          <li key={submission.at}>
            <Instant at={new Date(submission.at)} />
            <span>
              {outcomeWords(submission)}
              {submission.code && <code> {submission.code}</code>}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
