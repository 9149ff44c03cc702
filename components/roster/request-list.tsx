import { Ago } from '@/components/ui/when';
import type { ListedRequest } from '@/features/enrollment/requests/list-requests';
import { KeptCheckbox } from './kept-checkbox';

/** Requests to choose from, each with what the person said. A whole line is the target. */
export function RequestList({ requests, now }: { requests: readonly ListedRequest[]; now: Date }) {
  return (
    <fieldset>
      <legend className="mb-2 font-semibold">Whom you answer</legend>
      <ul className="border-b border-rule" id="people">
        {requests.map((request) => (
          <li key={request.userId} className="border-t border-rule">
            <label htmlFor={`people-${request.userId}`} className="flex gap-4 py-4">
              <KeptCheckbox name="people" value={request.userId} />
              <span className="min-w-0">
                <span className="font-semibold wrap-anywhere">{request.name}</span>{' '}
                <span className="text-sm break-all text-soft">{request.email}</span>
                <span className="block text-sm text-soft">
                  Asked <Ago at={request.at} now={now} />
                  {request.cohort && `, for ${request.cohort}`}
                </span>
                {request.reason && (
                  <span className="mt-1 block max-w-prose whitespace-pre-wrap wrap-anywhere">
                    {request.reason}
                  </span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
