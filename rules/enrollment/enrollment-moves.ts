import { daysLater } from '../authoring/schedule';
import type { RefusalCode } from '../refusals';
import {
  type EnrollmentAction,
  type EnrollmentMover,
  type EnrollmentSnapshot,
  type EnrollmentState,
  nextState,
  type StateOrNone,
  type TableAction,
  transitions,
} from './enrollment-states';
import { type EnrollmentTerms, endOfLength } from './enrollment-terms';

/** What is wanted of one person's enrollment. What is not named stays as it is. */
export type EnrollmentMove = {
  userId: string;
  action: TableAction;
  /** The cohort to be in; null for none. */
  cohortId?: string | null;
  /** A deadline of one's own; null takes it away. */
  ends?: { at: Date; zone: string } | null;
  /** So many days more than their time has now or, where it is over, than today. */
  longerBy?: number;
  /** Until when an invitation can be accepted; the terms say how long when it is not named. */
  offerUntil?: Date;
  source?: string | null;
  reason?: string;
  /** Of the enrollment that was looked at: what was changed since is left as it is. */
  version?: number;
};

/** Where a move happens: the course with its zone, or the cohort that it leads into. */
export type MoveScope = {
  /** What new learners are pinned to; null until something is published. */
  editionId: string | null;
  zone: string;
  terms: Pick<EnrollmentTerms, 'endsAt' | 'lengthDays' | 'offerHours' | 'waitlist'>;
};

export type PlannedMove = { after: EnrollmentSnapshot } | { refusal: RefusalCode };

/** Ways in, which begin a time of one's own where the terms limit it. */
const begins = (from: StateOrNone, to: EnrollmentState): boolean =>
  to === 'active' && from !== 'active' && from !== 'paused';

const refused = (refusal: RefusalCode): PlannedMove => ({ refusal });

/**
 * What an enrollment becomes by a move, or why it cannot. Seats are not decided here: see `settle`.
 * @param before The enrollment as it is; null when the person has none in this course.
 * @param context Who moves it and when, and what its dates come to.
 */
export function planMove(
  move: EnrollmentMove,
  before: EnrollmentSnapshot | null,
  scope: MoveScope,
  { by, now, validUntil = null }: { by: EnrollmentMover; now: Date; validUntil?: Date | null },
): PlannedMove {
  const from = before?.state ?? 'none';
  const to = nextState(move.action, from, by);
  if (to === null) return refused('not-from-this-state');
  if (transitions[move.action].reason === 'required' && !move.reason?.trim())
    return refused('reason-missing');
  // Since the clock looked, the seat was taken or the end moved: what is not over is not ended.
  if (move.action === 'expire' && (validUntil === null || validUntil > now))
    return refused('changed-meanwhile');
  const editionId = before?.editionId ?? scope.editionId;
  if (editionId === null) return refused('nothing-published');

  if (move.longerBy !== undefined && (before?.endsAt ?? scope.terms.endsAt) === null)
    return refused('no-end-to-extend');
  const own = ownEnd(move, before, scope, begins(from, to), now);
  const until = own?.at ?? scope.terms.endsAt;
  const learns = to === 'active' && (from !== 'active' || move.ends !== undefined);
  if (learns && until !== null && until <= now) return refused('end-is-past');

  const offerUntil = move.offerUntil ?? new Date(now.getTime() + scope.terms.offerHours * 3_600_000);
  return {
    after: {
      state: to,
      cohortId: move.cohortId === undefined ? (before?.cohortId ?? null) : move.cohortId,
      editionId,
      endsAt: own?.at.toISOString() ?? null,
      endsZone: own?.zone ?? null,
      offerUntil: to === 'invited' ? offerUntil.toISOString() : null,
      waitlistedAt: to === 'waitlisted' ? (before?.waitlistedAt ?? now.toISOString()) : null,
      source: move.source === undefined ? (before?.source ?? null) : move.source,
    },
  };
}

/** The deadline of one's own: as the move says or lengthens it, else from the length of the terms when one begins, else as it was. */
function ownEnd(
  move: EnrollmentMove,
  before: EnrollmentSnapshot | null,
  { zone, terms }: MoveScope,
  beginsNow: boolean,
  now: Date,
): { at: Date; zone: string } | null {
  if (move.ends !== undefined) return move.ends;
  const begin = beginsNow ? now : null;
  const length = begin && endOfLength(terms.lengthDays, begin);
  if (length) return { at: length, zone };
  const kept = before?.endsAt ? { at: new Date(before.endsAt), zone: before.endsZone ?? zone } : null;
  if (move.longerBy !== undefined) {
    const end = kept ?? { at: terms.endsAt ?? now, zone };
    return { at: daysLater(end.at > now ? end.at : now, move.longerBy, end.zone), zone: end.zone };
  }
  // Whoever is let back in begins anew: a deadline that has passed does not shut the door again.
  return begin && kept && kept.at <= begin ? null : kept;
}

/**
 * The same move when no seat is free: to the waitlist, behind whoever waits already, or null where the terms
 * have none. Only ways in can wait; whoever is let back in waits as well.
 */
export function waitInstead(
  after: EnrollmentSnapshot,
  terms: Pick<EnrollmentTerms, 'waitlist'>,
  at: Date,
): EnrollmentSnapshot | null {
  if (!terms.waitlist) return null;
  return { ...after, state: 'waitlisted', offerUntil: null, waitlistedAt: at.toISOString() };
}

/** Whether undoing may restore an enrollment: nothing has happened to it since, and nobody learned in it. */
export const hasMovedOn = (event: {
  versionThen: number | null;
  versionNow: number;
  learnedSince: boolean;
}): boolean => event.versionThen !== event.versionNow || event.learnedSince;

/** What an enrollment that a batch made becomes when the batch is undone. */
export const undoneNew = (now: EnrollmentSnapshot): EnrollmentSnapshot => ({
  ...now,
  state: 'removed',
  offerUntil: null,
  waitlistedAt: null,
});

/** What was done, in the words of the history. */
export const actionDone = (action: EnrollmentAction): string =>
  action === 'undo' ? 'Undone' : transitions[action].done;
