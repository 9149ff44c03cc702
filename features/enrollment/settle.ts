import type { Db } from '@/db/client';
import {
  type EnrollmentScopes,
  freeSeats,
  type LockedEnrollment,
  lockEnrollments,
  type NewEnrollmentEvent,
  recordEnrollmentEvents,
  recordEnrollments,
  setEnrollments,
  takeBackEnrollments,
  takeSeats,
} from '@/db/queries/enrollments';
import {
  type EnrollmentMove,
  type PlannedMove,
  planMove,
  waitInstead,
} from '@/rules/enrollment/enrollment-moves';
import {
  type EnrollmentAction,
  type EnrollmentMover,
  type EnrollmentSnapshot,
  holdsSeat,
  type StateOrNone,
} from '@/rules/enrollment/enrollment-states';
import type { RefusalCode } from '@/rules/refusals';

/** What became of one person. `refusal` says why nothing did. */
export type Settled = {
  userId: string;
  enrollmentId: string | null;
  from: StateOrNone;
  to: StateOrNone;
  refusal: RefusalCode | null;
};

export type SettleContext = {
  scopes: EnrollmentScopes;
  by: EnrollmentMover;
  actorId: string | null;
  batchId?: string | null;
  now: Date;
};

/** What an enrollment shall become. `before` is null when there is none yet. */
export type EnrollmentTarget = {
  userId: string;
  action: EnrollmentAction;
  reason: string;
  row: LockedEnrollment | null;
  after: EnrollmentSnapshot;
  /** Whether the waitlist will do when no seat is free. */
  mayWait: boolean;
  /** Whether others wait already, so that a free seat is theirs. */
  queued: boolean;
};
type StandingTarget = EnrollmentTarget & { id: string };

const waits = new Set<EnrollmentAction>(['enroll', 'approve', 'invite', 'reinstate']);

/** The scope that a move leads into: its cohort, with what the cohort leaves open taken from the course. */
export function scopeOf({ course, cohorts }: EnrollmentScopes, cohortId: string | null) {
  if (cohortId === null) return course;
  const cohort = cohorts.find(({ id }) => id === cohortId);
  if (!cohort) return null;
  const endsAt = cohort.terms.endsAt ?? course.terms.endsAt;
  const lengthDays = cohort.terms.lengthDays ?? course.terms.lengthDays;
  return {
    zone: cohort.zone,
    editionId: cohort.editionId ?? course.editionId,
    terms: { ...cohort.terms, endsAt, lengthDays },
  };
}

/**
 * Carries moves of enrollments in one course out, one person or a thousand: the one way in which an
 * enrollment ever changes. Each is planned by the rules, seats are given in the order of the moves, who
 * finds none waits or is refused, and every change is a row of the history. All in the caller's transaction.
 */
export async function settle(
  db: Db,
  moves: readonly EnrollmentMove[],
  context: SettleContext,
): Promise<Settled[]> {
  const { scopes, by, now } = context;
  const rows = await lockEnrollments(
    db,
    scopes.course.id,
    moves.map(({ userId }) => userId),
  );
  const byPerson = new Map(rows.map((row) => [row.userId, row]));
  const refused: Settled[] = [];
  const targets: EnrollmentTarget[] = [];
  for (const [index, move] of moves.entries()) {
    const row = byPerson.get(move.userId) ?? null;
    const cohortId = move.cohortId === undefined ? (row?.now.cohortId ?? null) : move.cohortId;
    const scope = scopeOf(scopes, cohortId);
    // Whoever comes in together waits in the order of the list.
    const at = new Date(now.getTime() + index);
    const plan = planOf(move, row, scope, { by, now: at });
    if ('refusal' in plan) refused.push(nothing(move.userId, row, plan.refusal));
    else {
      const { userId, action, reason = '' } = move;
      // Whoever waits already keeps their place, and whoever holds a seat does not lose it for a place.
      const state = row?.now.state ?? 'none';
      const mayWait = waits.has(action) && state !== 'waitlisted' && !holdsSeat(state);
      const queued = mayWait && scope?.terms.waitlist === true && scope.terms.waiting > 0;
      targets.push({ userId, action, reason: reason.trim(), row, after: plan.after, mayWait, queued });
    }
  }
  const done = new Map(
    [...refused, ...(await settleTargets(db, targets, context))].map((one) => [one.userId, one]),
  );
  return moves.flatMap(({ userId }) => done.get(userId) ?? []);
}

/** What the rules make of a move, now that the enrollment is locked. */
function planOf(
  move: EnrollmentMove,
  row: LockedEnrollment | null,
  scope: ReturnType<typeof scopeOf>,
  context: { by: EnrollmentMover; now: Date },
): PlannedMove {
  if (move.version !== undefined && move.version !== row?.version) return { refusal: 'changed-meanwhile' };
  if (!scope) return { refusal: 'no-such-cohort' };
  return planMove(move, row?.now ?? null, scope, { ...context, validUntil: row?.validUntil });
}

const nothing = (userId: string, row: LockedEnrollment | null, refusal: RefusalCode): Settled => ({
  userId,
  enrollmentId: row?.id ?? null,
  from: row?.now.state ?? 'none',
  to: row?.now.state ?? 'none',
  refusal,
});

/** Writes targets whose enrollments are locked: new ones first, then seats, then the rest. */
export async function settleTargets(
  db: Db,
  targets: readonly EnrollmentTarget[],
  context: SettleContext,
): Promise<Settled[]> {
  const { scopes, actorId, batchId = null, now } = context;
  const courseId = scopes.course.id;
  const fresh = targets.filter(({ row }) => row === null);
  const made = await recordEnrollments(
    db,
    fresh.map(({ userId, after }) => ({ courseId, userId, after })),
  );
  const settled: Settled[] = [];
  const standing: StandingTarget[] = [];
  for (const target of targets) {
    const id = target.row?.id ?? made.get(target.userId);
    // Somebody else was quicker, and made the enrollment in the very same moment.
    if (id === undefined) settled.push(nothing(target.userId, null, 'changed-meanwhile'));
    else standing.push({ ...target, id });
  }

  const seated = await seat(db, standing, scopes);
  const kept: StandingTarget[] = [];
  const takenBack: string[] = [];
  for (const [index, target] of standing.entries()) {
    if (seated.has(target.id)) {
      kept.push(target);
      continue;
    }
    const scope = scopeOf(scopes, target.after.cohortId) ?? scopes.course;
    const instead = target.mayWait
      ? waitInstead(target.after, scope.terms, new Date(now.getTime() + index))
      : null;
    if (instead) kept.push({ ...target, after: instead, action: 'wait' });
    else {
      if (target.row === null) takenBack.push(target.id);
      settled.push(nothing(target.userId, target.row, 'course-full'));
    }
  }
  await takeBackEnrollments(db, takenBack);
  // What was just made is as it should be, but for those who wait instead.
  const changed = kept.filter(({ row, after }) => row !== null || after.state === 'waitlisted');
  await setEnrollments(db, changed);
  const events: NewEnrollmentEvent[] = kept.map(({ id, action, reason, row, after }) => ({
    enrollmentId: id,
    action,
    from: row?.now.state ?? null,
    to: after.state,
    editionId: after.editionId,
    actorId,
    reason,
    batchId,
    before: row?.now ?? null,
  }));
  await recordEnrollmentEvents(db, events);
  for (const { userId, id, row, after } of kept)
    settled.push({
      userId,
      enrollmentId: id,
      from: row?.now.state ?? 'none',
      to: after.state,
      refusal: null,
    });
  return settled;
}

/**
 * Gives back the seats of those who leave, then takes what the others need, cohort by cohort and last in the
 * course. Whoever finds no seat in another cohort keeps the one they have.
 * @returns the ids of the targets that have what they need.
 */
async function seat(
  db: Db,
  targets: readonly StandingTarget[],
  { course }: EnrollmentScopes,
): Promise<Set<string>> {
  const had = ({ row }: EnrollmentTarget) => row !== null && holdsSeat(row.now.state);
  const needs = ({ after }: EnrollmentTarget) => holdsSeat(after.state);
  const cohortBefore = ({ row }: EnrollmentTarget) => row?.now.cohortId ?? null;
  const moves = (target: EnrollmentTarget) => had(target) && cohortBefore(target) !== target.after.cohortId;
  const cohortIds = [...new Set(targets.flatMap((t) => [cohortBefore(t), t.after.cohortId]))]
    .filter((id) => id !== null)
    .sort();

  const leaving = targets.filter((t) => had(t) && !needs(t));
  const needing = targets.filter((t) => needs(t) && (!had(t) || moves(t)) && !t.queued);
  const ok = new Set(targets.filter((t) => !needs(t) || (had(t) && !moves(t))).map(({ id }) => id));
  for (const cohortId of cohortIds) {
    await freeSeats(db, { cohortId }, leaving.filter((t) => cohortBefore(t) === cohortId).length);
    const wanted = needing.filter((t) => t.after.cohortId === cohortId);
    const free = await takeSeats(db, { cohortId }, wanted.length);
    for (const { id } of wanted.slice(0, free)) ok.add(id);
  }
  for (const { id, after } of needing) if (after.cohortId === null) ok.add(id);

  await freeSeats(db, { courseId: course.id }, leaving.length);
  const wanted = needing.filter((t) => ok.has(t.id) && !had(t));
  const free = await takeSeats(db, { courseId: course.id }, wanted.length);
  const without = wanted.slice(free);
  for (const { id } of without) ok.delete(id);
  const moved = needing.filter((t) => moves(t) && ok.has(t.id));
  for (const cohortId of cohortIds) {
    const back = without.filter((t) => t.after.cohortId === cohortId).length;
    await freeSeats(db, { cohortId }, back + moved.filter((t) => cohortBefore(t) === cohortId).length);
  }
  return ok;
}
