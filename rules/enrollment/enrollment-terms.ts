import type { RefusalCode } from '../refusals';
import { type EnrollmentState, holdsSeat, type StateOrNone } from './enrollment-states';

/**
 * How people come in by themselves: anyone, who knows the key, who is approved, or nobody (then by
 * invitation or a list). An invitation, a list and an administrator work under each of them.
 */
export const enrollmentPolicies = ['open', 'key', 'approval', 'closed'] as const;
export type EnrollmentPolicy = (typeof enrollmentPolicies)[number];

/** The terms of a course or of one of its cohorts. */
export type EnrollmentTerms = {
  policy: EnrollmentPolicy;
  /** Only addresses of these domains (or below them) enroll themselves; empty for all. */
  emailDomains: readonly string[];
  archivedAt: Date | null;
  opensAt: Date | null;
  closesAt: Date | null;
  endsAt: Date | null;
  lengthDays: number | null;
  seats: number | null;
  seatsTaken: number;
  waitlist: boolean;
  /** How many wait for a seat here: whoever comes now waits behind them. */
  waiting: number;
  offerHours: number;
};

/** Who wants in. */
export type Candidate = {
  signedIn: boolean;
  email: string | null;
  emailConfirmed: boolean;
  state: StateOrNone;
};

/** What somebody may do themselves about getting in: enroll, ask, wait, or nothing, with the reason. */
export type WayIn =
  | { action: 'enroll' | 'request' | 'wait'; refusal: null }
  | { action: null; refusal: RefusalCode };

/** Whether an address is of one of the domains, or of a domain below one. */
export function isOfDomains(email: string, domains: readonly string[]): boolean {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return domains.some((allowed) => domain === allowed || domain.endsWith(`.${allowed}`));
}

/** Whether no seat is free for somebody who comes now: none left, or others were here first. */
export const isFull = ({ seats, seatsTaken, waiting }: EnrollmentTerms): boolean =>
  waiting > 0 || (seats !== null && seatsTaken >= seats);

const refused = (refusal: RefusalCode): WayIn => ({ action: null, refusal });

/**
 * The way in for a person now. The seat count here explains the button; the database decides the last seat.
 */
export function wayIn(terms: EnrollmentTerms, who: Candidate, now: Date): WayIn {
  if (holdsSeat(who.state) && who.state !== 'invited') return refused('already-enrolled');
  if (terms.archivedAt !== null) return refused('course-archived');
  if (who.state === 'requested') return refused('request-waits');
  if (who.state === 'waitlisted') return refused('already-waiting');
  if (who.state === 'invited') return refused('invitation-waits');
  if (who.state === 'removed') return refused('removed-from-course');
  if (who.state === 'expired') return refused('time-is-over');
  if (terms.policy === 'closed') return refused('enrollment-closed');
  if (terms.opensAt && now < terms.opensAt) return refused('enrollment-not-open-yet');
  if ((terms.closesAt && now >= terms.closesAt) || (terms.endsAt && now >= terms.endsAt))
    return refused('enrollment-over');
  const full = isFull(terms);
  if (full && !terms.waitlist) return refused('course-full');
  if (!who.signedIn) return refused('sign-in-first');
  if (!who.emailConfirmed) return refused('confirm-email-first');
  if (terms.emailDomains.length > 0 && !isOfDomains(who.email ?? '', terms.emailDomains))
    return refused('other-domain');
  if (terms.policy === 'approval') return { action: 'request', refusal: null };
  return { action: full ? 'wait' : 'enroll', refusal: null };
}

type Dates = {
  state: EnrollmentState;
  /** What the dates of the enrollment, its cohort and its course come to. */
  validFrom: Date | null;
  validUntil: Date | null;
};

/** Whether the learner may read and answer now. A deadline that has passed ends it whatever the stored state. */
export function mayLearn({ state, validFrom, validUntil }: Dates, now: Date): boolean {
  const open = state === 'active' || state === 'completed';
  return open && (validFrom === null || now >= validFrom) && (validUntil === null || now < validUntil);
}

/** The state that counts now: time ends what it ends also before the clock has written it down. */
export function effectiveState({ state, validUntil }: Dates, now: Date): EnrollmentState {
  const over = validUntil !== null && now >= validUntil;
  return over && (state === 'invited' || state === 'active' || state === 'paused') ? 'expired' : state;
}

/** The day on which a limited time ends, counted from the day somebody enrolls. */
export function endOfLength(lengthDays: number | null, now: Date): Date | null {
  return lengthDays === null ? null : new Date(now.getTime() + lengthDays * 86_400_000);
}
