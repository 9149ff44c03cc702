import Link from 'next/link';
import type { ListedCohort } from '@/features/enrollment/cohorts/list-cohorts';
import type { RunState } from '@/rules/enrollment/enrollment-words';
import { formatDeadline } from '@/rules/time/deadline';

export const runWords: Record<RunState, string> = {
  upcoming: 'Upcoming',
  running: 'Running',
  over: 'Over',
  archived: 'Archived',
};

/** When a cohort learns, in its zone. */
export function runDates({
  startsAt,
  endsAt,
  zone,
}: Pick<ListedCohort, 'startsAt' | 'endsAt' | 'zone'>): string {
  const from = startsAt && `From ${formatDeadline(startsAt, zone)}`;
  const until = endsAt && `until ${formatDeadline(endsAt, zone)}`;
  if (from && until) return `${from} ${until}`;
  return from ?? (until ? `U${until.slice(1)}` : 'As the course says');
}

const seatsOf = ({ seats, seatsTaken }: ListedCohort): string =>
  seats === null ? `${seatsTaken} taken` : `${seatsTaken} of ${seats} taken`;

/** Cohorts in a table; on a narrow screen what is known of each moves under its name. */
export function CohortTable({ course, cohorts }: { course: string; cohorts: ListedCohort[] }) {
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <caption className="visually-hidden">Cohorts: those that run or come first</caption>
      <thead className="border-b border-rule text-sm text-soft">
        <tr>
          <th scope="col" className="py-2 pr-4 font-semibold">
            Cohort
          </th>
          <th scope="col" className="hidden w-72 py-2 pr-4 font-semibold lg:table-cell">
            Time
          </th>
          <th scope="col" className="hidden w-40 py-2 pr-4 font-semibold sm:table-cell">
            Seats
          </th>
          <th scope="col" className="hidden w-24 py-2 pr-4 font-semibold sm:table-cell">
            Waiting
          </th>
          <th scope="col" className="hidden w-28 py-2 font-semibold sm:table-cell">
            State
          </th>
        </tr>
      </thead>
      <tbody>
        {cohorts.map((cohort) => (
          <tr key={cohort.id} className="border-b border-rule align-top">
            <th scope="row" className="py-1 pr-4 font-normal">
              <Link
                href={`/teach/${course}/cohorts/${cohort.id}`}
                prefetch={false}
                className="flex min-h-11 flex-col justify-center py-1 hover:text-accent"
              >
                <span className="font-semibold wrap-anywhere underline decoration-rule underline-offset-4">
                  {cohort.name}
                </span>
                {cohort.instructors.length > 0 && (
                  <span className="text-sm text-soft wrap-anywhere">{cohort.instructors.join(', ')}</span>
                )}
              </Link>
              <p className="pb-2 text-sm sm:hidden">
                {runWords[cohort.state]} · {seatsOf(cohort)}
                {cohort.waiting > 0 && ` · ${cohort.waiting} waiting`}
              </p>
              <p className="pb-2 text-sm text-soft lg:hidden">{runDates(cohort)}</p>
            </th>
            <td className="hidden py-3.5 pr-4 text-sm lg:table-cell">{runDates(cohort)}</td>
            <td className="hidden py-3.5 pr-4 sm:table-cell">{seatsOf(cohort)}</td>
            <td className="hidden py-3.5 pr-4 sm:table-cell">{cohort.waiting}</td>
            <td className="hidden py-3.5 sm:table-cell">{runWords[cohort.state]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
