import type { BatchMove } from './enrollment-batch';
import type { EnrollmentAction, EnrollmentState } from './enrollment-states';
import type { RosterOutcome, RowNote } from './roster';

/**
 * What somebody decided about an enrollment. Taking a seat, finishing and running out of time are none of
 * these: they are how an enrollment that a list made goes on by itself.
 */
export const decisions = [
  'enroll',
  'request',
  'approve',
  'decline',
  'wait',
  'invite',
  'pause',
  'resume',
  'reinstate',
  'withdraw',
  'remove',
  'change',
  'undo',
] as const satisfies EnrollmentAction[];

/** Somebody of the last list of a source who is not on the new one. */
export type Leaving = {
  state: EnrollmentState;
  source: string | null;
  /** Whether somebody decided about the enrollment since a list of the source last did. */
  byHand: boolean;
};

/** What keeping in step with a source does with them; null where nothing is left to do. */
export function planLeaving(
  { state, source, byHand }: Leaving,
  of: string,
): { outcome: RosterOutcome; move: BatchMove | null; notes: RowNote[] } | null {
  if (state === 'expired' || state === 'withdrawn' || state === 'removed') return null;
  const kept = (text: string) => ({ outcome: 'kept' as const, move: null, notes: [{ column: null, text }] });
  if (state === 'completed') return kept('Has completed the course: that stays.');
  if (source !== of) return kept('Came into the course another way than by this source.');
  if (byHand) return kept('Somebody changed the enrollment by hand since.');
  const reason = `No longer on the list of ${of}`;
  return { outcome: 'will-withdraw', move: { action: 'withdraw', reason }, notes: [] };
}
