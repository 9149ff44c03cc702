import type { EnrollmentScopes } from '@/db/queries/enrollments';
import type { ChosenGroup } from '@/db/queries/roster-bulk';
import { type EnrollmentMove, planMove } from '@/rules/enrollment/enrollment-moves';
import { type EnrollmentSnapshot, holdsSeat, type TableAction } from '@/rules/enrollment/enrollment-states';
import type { RefusalCode } from '@/rules/refusals';
import { scopeOf } from '../settle';

export type ForecastMove = Pick<EnrollmentMove, 'action' | 'cohortId' | 'longerBy' | 'reason'> & {
  /** The deadline by the zone of a course or cohort; without it deadlines stay as they are. */
  endsFor?: (zone: string) => EnrollmentMove['ends'];
};

/** What an action would come to for one group of the chosen. */
export type GroupForecast = {
  group: ChosenGroup;
  /** How many would be moved, of whom so many wait instead; the rest are refused. */
  moved: number;
  waiting: number;
  refusal: RefusalCode | null;
};

/** Actions that put somebody on the waitlist where no seat is free, as `settle` does. */
const mayWait = new Set<TableAction>(['enroll', 'approve', 'invite', 'reinstate']);

const snapshot = (group: ChosenGroup): EnrollmentSnapshot => ({
  state: group.state,
  cohortId: group.cohortId,
  // Which edition it is plays no part in whether an action is possible.
  editionId: group.courseId,
  endsAt: group.endsAt === null ? null : new Date(group.endsAt).toISOString(),
  endsZone: null,
  offerUntil: null,
  waitlistedAt: null,
  source: null,
});

/**
 * What an action would do to the chosen, group by group, by the very rules that will judge it. Seats are those
 * that are free now: the database gives them out when it is done.
 */
export function forecast(
  groups: readonly ChosenGroup[],
  { action, endsFor, ...move }: ForecastMove,
  scopes: readonly EnrollmentScopes[],
  now: Date,
): GroupForecast[] {
  const seats = freeSeatsOf(scopes);
  return groups.map((group) => {
    const none = { group, moved: 0, waiting: 0 };
    const ofCourse = scopes.find(({ course }) => course.id === group.courseId);
    const before = snapshot(group);
    const cohortId = move.cohortId === undefined ? before.cohortId : move.cohortId;
    const scope = ofCourse ? scopeOf(ofCourse, cohortId) : null;
    if (!scope) return { ...none, refusal: 'no-such-cohort' };
    const ends = endsFor && { ends: endsFor(scope.zone) };
    const plan = planMove({ userId: '', action, ...move, ...ends }, before, scope, { by: 'staff', now });
    if ('refusal' in plan) return { ...none, refusal: plan.refusal };
    const { after } = plan;
    const had = holdsSeat(before.state);
    const needs = holdsSeat(after.state) && (!had || before.cohortId !== after.cohortId);
    if (!needs) return { group, moved: group.people, waiting: 0, refusal: null };

    const waits = mayWait.has(action) && before.state !== 'waitlisted' && scope.terms.waitlist;
    const queued = waits && scope.terms.waiting > 0;
    const seated = queued ? 0 : seats.take([after.cohortId, had ? null : group.courseId], group.people);
    const without = group.people - seated;
    if (waits) return { group, moved: group.people, waiting: without, refusal: null };
    return { group, moved: seated, waiting: 0, refusal: without > 0 ? 'course-full' : null };
  });
}

/** Free seats by the ids of courses and cohorts, given out as they are taken. */
function freeSeatsOf(scopes: readonly EnrollmentScopes[]) {
  const free = new Map<string, number>();
  for (const { course, cohorts } of scopes)
    for (const { id, terms } of [course, ...cohorts])
      free.set(
        id,
        terms.seats === null ? Number.POSITIVE_INFINITY : Math.max(0, terms.seats - terms.seatsTaken),
      );
  return {
    take(ids: readonly (string | null)[], wanted: number): number {
      const named = ids.filter((id) => id !== null);
      const taken = Math.min(wanted, ...named.map((id) => free.get(id) ?? 0));
      for (const id of named) free.set(id, (free.get(id) ?? 0) - taken);
      return taken;
    },
  };
}
