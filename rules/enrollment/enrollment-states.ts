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
/** `none` is no enrollment yet. */
export type StateOrNone = EnrollmentState | 'none';

/** Who moves an enrollment: the learner, somebody of the course or an administrator, or the platform by a rule. */
export const enrollmentMovers = ['learner', 'staff', 'platform'] as const;
export type EnrollmentMover = (typeof enrollmentMovers)[number];

export const enrollmentActions = [
  'enroll',
  'request',
  'approve',
  'decline',
  'wait',
  'offer',
  'invite',
  'accept',
  'refuse',
  'pause',
  'resume',
  'complete',
  'expire',
  'reinstate',
  'withdraw',
  'remove',
  'change',
  'undo',
] as const;
export type EnrollmentAction = (typeof enrollmentActions)[number];

type Transition = {
  /** The word on the button, and in the history. */
  label: string;
  done: string;
  /** From which states whom lets it happen. */
  from: Partial<Record<EnrollmentMover, readonly StateOrNone[]>>;
  /** Where it leads; `same` leaves the state as it is. */
  to: EnrollmentState | 'same';
  /** Whether whoever does it says why: shown to the learner, and kept in the history. */
  reason: 'required' | 'optional' | 'none';
  /** What explains the disabled button where the state does not allow it. */
  otherwise: string;
};

const ended = ['expired', 'withdrawn', 'removed'] as const;
const standing = ['requested', 'waitlisted', 'invited', 'active', 'paused'] as const;

/**
 * Every move there is. It drives the server, the buttons with their explanations, and the diagram in
 * `docs/enrollment-states.md`. `undo` is not here: it restores what was before, whatever that is.
 */
export const transitions: Record<Exclude<EnrollmentAction, 'undo'>, Transition> = {
  enroll: {
    label: 'Enroll',
    done: 'Enrolled',
    from: {
      learner: ['none', 'waitlisted', 'withdrawn'],
      staff: ['none', 'requested', 'waitlisted', 'invited', ...ended],
    },
    to: 'active',
    reason: 'optional',
    otherwise: 'Enrolling is for people who are not in the course.',
  },
  request: {
    label: 'Ask for a place',
    done: 'Asked for a place',
    from: { learner: ['none', 'withdrawn'] },
    to: 'requested',
    reason: 'optional',
    otherwise: 'Asking is for people who are not in the course.',
  },
  approve: {
    label: 'Approve',
    done: 'Approved',
    from: { staff: ['requested'] },
    to: 'active',
    reason: 'optional',
    otherwise: 'Only a request can be approved.',
  },
  decline: {
    label: 'Decline',
    done: 'Declined',
    from: { staff: ['requested'] },
    to: 'removed',
    reason: 'required',
    otherwise: 'Only a request can be declined.',
  },
  wait: {
    label: 'Join the waitlist',
    done: 'Joined the waitlist',
    from: { learner: ['none', 'withdrawn'], staff: ['none', 'requested', 'invited', ...ended] },
    to: 'waitlisted',
    reason: 'optional',
    otherwise: 'Waiting is for people who are not in the course.',
  },
  offer: {
    label: 'Offer a seat',
    done: 'Was offered a seat',
    from: { staff: ['waitlisted'], platform: ['waitlisted'] },
    to: 'invited',
    reason: 'none',
    otherwise: 'A seat is offered to people on the waitlist.',
  },
  invite: {
    label: 'Invite',
    done: 'Invited',
    from: { staff: ['none', 'requested', ...ended] },
    to: 'invited',
    reason: 'optional',
    otherwise: 'An invitation is for people who are not in the course.',
  },
  accept: {
    label: 'Take the seat',
    done: 'Took the seat',
    from: { learner: ['invited'] },
    to: 'active',
    reason: 'none',
    otherwise: 'There is no invitation to take.',
  },
  refuse: {
    label: 'Decline the invitation',
    done: 'Declined the invitation',
    from: { learner: ['invited'] },
    to: 'withdrawn',
    reason: 'none',
    otherwise: 'There is no invitation to decline.',
  },
  pause: {
    label: 'Pause',
    done: 'Paused',
    from: { staff: ['active'] },
    to: 'paused',
    reason: 'optional',
    otherwise: 'Only active learners can be paused.',
  },
  resume: {
    label: 'Resume',
    done: 'Resumed',
    from: { staff: ['paused'] },
    to: 'active',
    reason: 'none',
    otherwise: 'Only paused learners can be resumed.',
  },
  complete: {
    label: 'Complete',
    done: 'Completed',
    from: { platform: ['active'] },
    to: 'completed',
    reason: 'none',
    otherwise: 'A course is completed by its last lesson.',
  },
  expire: {
    label: 'Expire',
    done: 'Expired',
    from: { platform: ['invited', 'active', 'paused'] },
    to: 'expired',
    reason: 'none',
    otherwise: 'Time ends it, nobody else.',
  },
  reinstate: {
    label: 'Let back in',
    done: 'Let back in',
    from: { staff: ['expired', 'withdrawn', 'removed'] },
    to: 'active',
    reason: 'optional',
    otherwise: 'Only people whose enrollment has ended can be let back in.',
  },
  withdraw: {
    label: 'Withdraw',
    done: 'Withdrawn',
    // A completed course is not left: what was earned stays as it is.
    from: { learner: ['requested', 'waitlisted', 'active'], staff: standing },
    to: 'withdrawn',
    reason: 'optional',
    otherwise:
      'Only people who are in the course, or waiting for it, can be withdrawn. What was completed stays.',
  },
  remove: {
    label: 'Remove',
    done: 'Removed',
    from: { staff: [...standing, 'expired', 'withdrawn'] },
    to: 'removed',
    reason: 'required',
    otherwise: 'Whoever completed the course, or was removed already, cannot be removed.',
  },
  change: {
    label: 'Change',
    done: 'Changed',
    from: { staff: [...standing, 'completed'] },
    to: 'same',
    reason: 'optional',
    otherwise: 'The enrollment has ended. Let the person back in first.',
  },
};

export type TableAction = keyof typeof transitions;

/** The state that an action leads to when `by` does it, or null when it does not exist from there. */
export function nextState(
  action: TableAction,
  from: StateOrNone,
  by: EnrollmentMover,
): EnrollmentState | null {
  const { from: allowed, to } = transitions[action];
  if (!allowed[by]?.includes(from)) return null;
  if (to !== 'same') return to;
  return from === 'none' ? null : from;
}

/** States that hold a seat: an invitation holds one until it is taken or lapses. */
const seatStates = ['invited', 'active', 'paused', 'completed'] as const;
export const holdsSeat = (state: StateOrNone): boolean =>
  (seatStates as readonly StateOrNone[]).includes(state);

/** States that time ends, by `valid_until`. */
export const endedByTime = ['invited', 'active', 'paused'] as const;

/** What of an enrollment a batch restores when it is undone. Dates as ISO 8601. */
export type EnrollmentSnapshot = {
  state: EnrollmentState;
  cohortId: string | null;
  editionId: string;
  endsAt: string | null;
  endsZone: string | null;
  offerUntil: string | null;
  waitlistedAt: string | null;
  source: string | null;
};
