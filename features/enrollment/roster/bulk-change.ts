import * as z from 'zod';
import type { Db } from '@/db/client';
import { chosenGroups, scopesOfCourses } from '@/db/queries/roster-bulk';
import {
  cohortOf,
  daysLonger,
  endings,
  endOfDay,
  endProblem,
  staffActions,
} from '@/rules/enrollment/roster-actions';
import { readRosterView } from '@/rules/enrollment/roster-filter';
import { InvalidInput } from '@/server/operation';
import { type ForecastMove, forecast, type GroupForecast } from './forecast';

/** How many enrollments one batch may hold. */
export const mostInBatch = 100_000;

export const changeFields = {
  action: z.enum(staffActions as [(typeof staffActions)[number]]),
  to: z.union([z.literal(['', 'none']), z.uuid()]).default(''),
  ending: z.enum(endings).default(''),
  date: z.string().max(10).default(''),
  days: z.string().max(20).default(''),
};
export type Change = z.output<z.ZodObject<typeof changeFields>>;

/** Who was chosen in a place, by what the rules ask of them. */
export async function chosenIn(
  db: Db,
  place: { id: string | null; contacts: boolean },
  query: string,
  now: Date,
) {
  const { filter, chosen } = readRosterView(query, place.id === null ? 'site' : 'course');
  const choice = { chosen, filter, scope: { courseId: place.id, contacts: place.contacts, now } };
  const groups = await chosenGroups(db, choice);
  const total = groups.reduce((sum, { people }) => sum + people, 0);
  return { choice, groups, total };
}
export type Chosen = Awaited<ReturnType<typeof chosenIn>>;

/** A change as the rules read it, for whoever is in a zone. */
export function moveOf(change: Change, reason?: string): ForecastMove {
  const { action, to, ending, date } = change;
  const endsFor =
    ending === '' || ending === 'by'
      ? undefined
      : (zone: string) => (ending === 'none' ? null : endOfDay(date, zone));
  return {
    action,
    ...cohortOf(to),
    ...longerBy(change),
    ...(endsFor && { endsFor }),
    ...(reason !== undefined && { reason }),
  };
}

/** How many days longer, where that is what was asked for. */
export function longerBy({ ending, days }: Change): { longerBy?: number } {
  const count = ending === 'by' ? daysLonger(days) : null;
  return count === null ? {} : { longerBy: count };
}

/** Throws on a change that leaves everything as it is. */
export function assertChanges({ action, to, ending }: Change): void {
  if (action === 'change' && to === '' && ending === '')
    throw new InvalidInput({ ending: 'Choose what to change.' });
}

/** What a change would do to the chosen. Throws on a deadline that cannot be meant. */
export async function forecastOf(db: Db, { groups }: Chosen, change: Change, now: Date) {
  const scopes = await scopesOfCourses(
    db,
    groups.map(({ courseId }) => courseId),
  );
  const zones = scopes.flatMap(({ course, cohorts }) => [course.zone, ...cohorts.map(({ zone }) => zone)]);
  const problem = endProblem(change.action, change, zones, now);
  if (problem) throw new InvalidInput({ ...problem });
  // A reason is asked for when it is done; the forecast is of everything else.
  return { scopes, parts: forecast(groups, moveOf(change, 'given later'), scopes, now) };
}

/** A forecast in numbers. `will` counts those who would wait too. */
export function tally(parts: readonly GroupForecast[]) {
  const refused = new Map<NonNullable<GroupForecast['refusal']>, number>();
  let will = 0;
  let waiting = 0;
  for (const { group, moved, waiting: waits, refusal } of parts) {
    will += moved;
    waiting += waits;
    if (refusal) refused.set(refusal, (refused.get(refusal) ?? 0) + group.people - moved);
  }
  return { will, waiting, refused: [...refused].map(([code, people]) => ({ code, people })) };
}
