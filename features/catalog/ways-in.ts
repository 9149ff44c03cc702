import type { cohortsToChoose } from '@/db/queries/cohorts';
import type { courseForViewer } from '@/db/queries/courses';
import { type Candidate, type EnrollmentTerms, type WayIn, wayIn } from '@/rules/enrollment/enrollment-terms';
import { seatsInWords, timeInWords, windowInWords } from '@/rules/enrollment/enrollment-words';
import { formatDeadline } from '@/rules/time/deadline';

type Course = NonNullable<Awaited<ReturnType<typeof courseForViewer>>>;
type Enrollment = NonNullable<Course['enrollment']>;
type Cohort = Awaited<ReturnType<typeof cohortsToChoose>>[number];

/** Where somebody stands in a course. */
export type Standing = {
  cohort: string | null;
  /** Which one they are in the queue. */
  place: number | null;
  /** From and until when, in the zone in which it was meant: of learning, or of an invitation. */
  from: string | null;
  until: string | null;
  lapsed: boolean;
  /** Whether a request was declined, and what was said of it. */
  declined: boolean;
  reason: string;
};

/** A way into a course, or into one of its cohorts. */
export type EnrollChoice = {
  cohort: { id: string; name: string } | null;
  /** When, how long and how many, sentence by sentence. */
  told: string[];
  needsKey: boolean;
} & WayIn;

export function standingOf(
  { state, cohort, place, zone, validFrom, validUntil, answer }: Enrollment,
  now: Date,
): Standing {
  const over = validUntil !== null && validUntil <= now;
  return {
    cohort,
    place,
    from: validFrom && validFrom > now ? formatDeadline(validFrom, zone) : null,
    until: validUntil && formatDeadline(validUntil, zone),
    lapsed: (state === 'invited' && over) || (state === 'expired' && answer?.from === 'invited'),
    declined: answer?.action === 'decline',
    reason: state === 'removed' ? (answer?.reason ?? '') : '',
  };
}

const sentences = (all: (string | null)[]): string[] => all.filter((each) => each !== null);

/** What there is to choose from. A closed course itself is a choice only where it has no cohorts. */
export function choicesOf(
  { terms: own, startsAt, zone: ownZone }: Pick<Course, 'terms' | 'startsAt' | 'zone'>,
  cohorts: readonly Cohort[],
  who: Candidate,
  now: Date,
): EnrollChoice[] {
  const choice = (
    cohort: EnrollChoice['cohort'],
    terms: EnrollmentTerms & { startsAt: Date | null },
    zone: string,
  ): EnrollChoice => ({
    cohort,
    told: sentences([windowInWords(terms, zone, now), timeInWords(terms, zone), seatsInWords(terms)]),
    needsKey: terms.policy === 'key',
    ...wayIn(terms, who, now),
  });
  const full = own.seats !== null && own.seatsTaken >= own.seats;
  const runs = cohorts.map(({ id, name, zone, terms, startsAt: from }) => {
    const archivedAt = terms.archivedAt ?? own.archivedAt;
    // A course without a seat has none in its cohorts either.
    const seats = full ? terms.seatsTaken : terms.seats;
    const endsAt = terms.endsAt ?? own.endsAt;
    const lengthDays = terms.lengthDays ?? own.lengthDays;
    return choice(
      { id, name },
      { ...terms, archivedAt, seats, endsAt, lengthDays, startsAt: from ?? startsAt },
      zone,
    );
  });
  if (own.policy === 'closed' && runs.length > 0) return runs;
  return [choice(null, { ...own, startsAt }, ownZone), ...runs];
}
