import { counted } from '@/rules/counted';
import { formatDeadline } from '../time/deadline';
import type { EnrollmentTerms } from './enrollment-terms';

type Told = Pick<
  EnrollmentTerms,
  | 'policy'
  | 'emailDomains'
  | 'opensAt'
  | 'closesAt'
  | 'endsAt'
  | 'lengthDays'
  | 'seats'
  | 'seatsTaken'
  | 'waitlist'
  | 'waiting'
  | 'offerHours'
> & { startsAt: Date | null };

const ways = {
  open: 'Anybody with an account enrolls at once.',
  key: 'Whoever has the key enrolls.',
  approval: 'You ask for a place, and somebody of the course answers.',
  closed: 'Nobody enrolls by themselves: people are invited or put on a list.',
} as const;

/** How people come in, in the words of the page of settings. */
export const policyWords = {
  open: 'Open: anybody with an account',
  key: 'By key: who knows it',
  approval: 'By approval: people ask, you answer',
  closed: 'Closed: by invitation or list only',
} as const;

/** When something is: from, until, both or neither. */
function between(from: Date | null, until: Date | null, zone: string): string | null {
  if (from && until) return `from ${formatDeadline(from, zone)} until ${formatDeadline(until, zone)}`;
  if (from) return `from ${formatDeadline(from, zone)}`;
  return until ? `until ${formatDeadline(until, zone)}` : null;
}

/** When one may enroll, as a sentence; null when always. */
export const windowInWords = ({ opensAt, closesAt }: Told, zone: string, now: Date): string | null => {
  const when = between(opensAt && opensAt > now ? opensAt : null, closesAt, zone);
  return when && `Open for enrollment ${when}.`;
};

/** When one learns, as a sentence; null when nothing limits it. */
export function timeInWords({ startsAt, endsAt, lengthDays }: Told, zone: string): string | null {
  const when = between(startsAt, endsAt, zone);
  const length = lengthDays && `${counted(lengthDays, 'day')} from your enrollment`;
  if (!when) return length ? `You learn for ${length}.` : null;
  return `You learn ${when}${length ? `, at most ${length}` : ''}.`;
}

/** How many seats are left, as a sentence; null when nobody counts them. */
export function seatsInWords({ seats, seatsTaken, waiting, waitlist }: Told): string | null {
  if (seats === null) return null;
  const left = Math.max(0, seats - seatsTaken);
  if (waiting > 0 && waitlist)
    return `${counted(seats, 'seat')}, and ${counted(waiting, 'person', 'people')} waiting.`;
  return `${left} of ${counted(seats, 'seat')} left.`;
}

/** What learners read of terms, sentence by sentence. */
export function termsInWords(terms: Told, zone: string, now: Date): string[] {
  const { policy, emailDomains, seats, waitlist, offerHours } = terms;
  const own = policy !== 'closed';
  return [
    ways[policy],
    own && emailDomains.length > 0 && `Only with an e-mail address of ${emailDomains.join(', ')}.`,
    own && windowInWords(terms, zone, now),
    timeInWords(terms, zone),
    seatsInWords(terms),
    own &&
      seats !== null &&
      (waitlist
        ? `When every seat is taken, people wait in the order in which they came; a seat that is freed is held for ${counted(offerHours, 'hour')}.`
        : 'When every seat is taken, nobody else enrolls.'),
  ].filter((sentence): sentence is string => typeof sentence === 'string');
}

/** Where a run of a course stands in its time. */
export type RunState = 'upcoming' | 'running' | 'over' | 'archived';

export function runState(
  { archivedAt, startsAt, endsAt }: { archivedAt: Date | null; startsAt: Date | null; endsAt: Date | null },
  now: Date,
): RunState {
  if (archivedAt) return 'archived';
  if (endsAt && now >= endsAt) return 'over';
  return startsAt && now < startsAt ? 'upcoming' : 'running';
}
