import type { RefusalCode } from './refusals';

/** The states of an enrollment. Which moves exist is the table below, and nothing else. */
export const enrollmentStates = [
  'requested',
  'waitlisted',
  'invited',
  'active',
  'paused',
  'completed',
  'expired',
  'withdrawn',
  'removed',
] as const;
export type EnrollmentState = (typeof enrollmentStates)[number];

export type EnrollmentAction = 'enroll' | 'withdraw';

/** What a learner may do themselves, from which state, and where it leads. `none` is no enrollment yet. */
const moves: Record<EnrollmentAction, Partial<Record<EnrollmentState | 'none', EnrollmentState>>> = {
  enroll: { none: 'active', withdrawn: 'active' },
  // A completed course is not left: what was earned stays as it is.
  withdraw: { active: 'withdrawn' },
};

/** The state an action leads to, or null when it does not exist from there. */
export function nextState(action: EnrollmentAction, from: EnrollmentState | 'none'): EnrollmentState | null {
  return moves[action][from] ?? null;
}

/** States that hold a seat. */
export const holdsSeat = (state: EnrollmentState | 'none'): boolean =>
  state === 'active' || state === 'paused' || state === 'completed';

/** Whether the learner may read and answer now. A deadline that has passed ends it whatever the stored state. */
export function mayLearn(enrollment: { state: EnrollmentState; endsAt: Date | null }, now: Date): boolean {
  const open = enrollment.state === 'active' || enrollment.state === 'completed';
  return open && (enrollment.endsAt === null || now < enrollment.endsAt);
}

export type EnrollmentTerms = {
  policy: 'open' | 'closed';
  archivedAt: Date | null;
  opensAt: Date | null;
  closesAt: Date | null;
  seats: number | null;
  seatsTaken: number;
};

type Candidate = { signedIn: boolean; emailConfirmed: boolean; state: EnrollmentState | 'none' };

/**
 * Why a person cannot enroll themselves now, or null when they can. The seat count here explains the
 * button; the database decides the last seat.
 */
export function selfEnrollRefusal(terms: EnrollmentTerms, who: Candidate, now: Date): RefusalCode | null {
  if (holdsSeat(who.state)) return 'already-enrolled';
  if (terms.archivedAt !== null) return 'course-archived';
  if (terms.policy === 'closed') return 'enrollment-closed';
  if (terms.opensAt && now < terms.opensAt) return 'enrollment-not-open-yet';
  if (terms.closesAt && now >= terms.closesAt) return 'enrollment-over';
  if (terms.seats !== null && terms.seatsTaken >= terms.seats) return 'course-full';
  if (!who.signedIn) return 'sign-in-first';
  if (!who.emailConfirmed) return 'confirm-email-first';
  return nextState('enroll', who.state) === null ? 'not-from-this-state' : null;
}
