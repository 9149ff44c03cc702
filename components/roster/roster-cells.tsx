import Link from 'next/link';
import type { ReactNode } from 'react';
import { Ago } from '@/components/ui/when';
import type { ShownEnrollment } from '@/features/enrollment/roster/roster-page';
import type { RosterColumn } from '@/rules/enrollment/roster-filter';
import { formatDeadline } from '@/rules/time/deadline';
import { StateMark } from './state-mark';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** What a table shows of an enrollment, by column. */
export function cellsOf(row: ShownEnrollment, now: Date): Partial<Record<RosterColumn, ReactNode>> {
  return {
    email: row.email && <Address of={row.email} />,
    course: (
      <Link href={`/teach/${row.course}/roster`} prefetch={false} className="roster-link">
        {row.courseTitle}
      </Link>
    ),
    state: <StateMark state={row.state} />,
    cohort: row.cohort,
    progress: <span className="tabular-nums">{row.percent} %</span>,
    active: row.lastActiveAt ? (
      <Ago at={row.lastActiveAt} now={now} />
    ) : (
      <span className="text-soft">never</span>
    ),
    enrolled: <time dateTime={row.createdAt.toISOString()}>{day.format(row.createdAt)}</time>,
    ends: row.endsAt && (
      <time dateTime={row.endsAt.toISOString()}>{formatDeadline(row.endsAt, row.zone)}</time>
    ),
    edition: <span className="tabular-nums">{row.edition}</span>,
    source: row.source,
    externalId: row.externalId && <span className="break-all">{row.externalId}</span>,
  };
}

/** An e-mail address; where it is too long for its column it breaks before the @. */
function Address({ of: address }: { of: string }) {
  const at = address.lastIndexOf('@');
  return (
    <span className="wrap-anywhere">
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </span>
  );
}
