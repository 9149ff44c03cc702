import type { StateOrNone } from '@/rules/enrollment/enrollment-states';

/** The states as people read them. */
export const stateWords: Record<StateOrNone, string> = {
  none: 'Not enrolled',
  requested: 'Asked for a place',
  waitlisted: 'On the waitlist',
  invited: 'Invited',
  active: 'Active',
  paused: 'Paused',
  completed: 'Completed',
  expired: 'Expired',
  withdrawn: 'Withdrawn',
  removed: 'Removed',
};
