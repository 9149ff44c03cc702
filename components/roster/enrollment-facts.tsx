import Link from 'next/link';
import type { ReactNode } from 'react';
import { Ago, Instant } from '@/components/ui/when';
import type { EnrollmentDetails } from '@/features/enrollment/roster/get-enrollment';
import { formatDeadline } from '@/rules/time/deadline';
import { StateMark } from './state-mark';
import { stateWords } from './state-words';

/** Where an enrollment stands. */
export function EnrollmentFacts({ enrollment, now }: { enrollment: EnrollmentDetails; now: Date }) {
  const { standing, state, validFrom, validUntil, zone } = enrollment;
  return (
    <dl className="roster-facts">
      <Fact label="State">
        <StateMark state={standing} />
        {standing !== state && (
          <span className="text-soft"> (kept as “{stateWords[state]}” until the clock comes by)</span>
        )}
      </Fact>
      <Fact label="Begins">{validFrom && validFrom > now && formatDeadline(validFrom, zone)}</Fact>
      <Fact label={state === 'invited' ? 'Can be taken until' : 'Ends'}>
        {validUntil && formatDeadline(validUntil, zone)}
      </Fact>
      <Fact label="Cohort">{enrollment.cohort}</Fact>
      <Fact label="Edition">{enrollment.edition}</Fact>
      <Fact label="Progress">{enrollment.percent} %</Fact>
      <Fact label="Last active">
        {enrollment.lastActiveAt ? <Ago at={enrollment.lastActiveAt} now={now} /> : 'never'}
      </Fact>
      <Fact label="Completed">{enrollment.completedAt && <Instant at={enrollment.completedAt} />}</Fact>
      <Fact label="Here since">
        <Instant at={enrollment.createdAt} />
      </Fact>
      <Fact label="Source">{enrollment.source}</Fact>
      <Fact label="External ID">{enrollment.externalId}</Fact>
    </dl>
  );
}

/** One fact; nothing where there is nothing to say. */
function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (children === null || children === false) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type Happened = EnrollmentDetails['history'][number];

/** All that happened to an enrollment, newest first. */
export function EnrollmentHistory({ events, course }: { events: readonly Happened[]; course: string }) {
  if (events.length === 0) return <p className="text-soft">Nothing was recorded of it yet.</p>;
  return (
    <ol className="roster-history">
      {events.map((event) => (
        <li key={event.id}>
          <p>
            <strong>{event.done}</strong>{' '}
            {event.from !== event.to && (
              <span className="text-soft">
                {event.from === null ? '' : `${stateWords[event.from]} → `}
                {stateWords[event.to]}
              </span>
            )}
          </p>
          {event.reason !== '' && <p className="roster-reason">“{event.reason}”</p>}
          <p className="text-sm text-soft">
            <Instant at={event.at} /> · by {event.byLearner ? 'the learner' : (event.by ?? 'the platform')} ·
            edition {event.edition}
            {event.batchId && (
              <>
                {' '}
                · with{' '}
                <Link
                  href={`/teach/${course}/batches/${event.batchId}`}
                  prefetch={false}
                  className="roster-link"
                >
                  {event.batchTitle}
                </Link>
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
