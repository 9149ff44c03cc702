import * as z from 'zod';
import { recordBulkBatch, scopeKey } from '@/db/queries/roster-bulk';
import { canManageRoster } from '@/rules/access';
import type { BatchMove } from '@/rules/enrollment/enrollment-batch';
import { transitions } from '@/rules/enrollment/enrollment-states';
import { batchTitle, cohortOf, endOfDay } from '@/rules/enrollment/roster-actions';
import { InvalidInput, NotFound, operation, Refused } from '@/server/operation';
import { reasonInput } from '../input';
import {
  assertChanges,
  type Change,
  changeFields,
  chosenIn,
  forecastOf,
  longerBy,
  mostInBatch,
  tally,
} from './bulk-change';
import { inPlace, placeInput } from './place';

const counted = z.coerce.number().int().min(0).max(10_000_000);

/**
 * Begins a batch of what was previewed: everybody who is chosen at this moment, in the order in which seats are
 * given. When others are chosen than were previewed, or it would end otherwise, nothing is begun: the preview
 * is looked at again.
 */
export const startBulkChange = operation({
  name: 'start-bulk-change',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...placeInput,
    ...changeFields,
    reason: reasonInput.default(''),
    /** What the preview said: how many were chosen, and how many of them it would do something to. */
    total: counted,
    will: counted,
  }),
  subject: inPlace,
  allow: canManageRoster,
  async run({ db, actor, subject: place, input, now }) {
    const { action, reason, to } = input;
    assertChanges(input);
    if (transitions[action].reason === 'required' && reason === '')
      throw new InvalidInput({ reason: 'Say why: the learners will read it.' });
    const chosen = await chosenIn(db, { ...place, contacts: true }, input.query, now);
    const { scopes, parts } = await forecastOf(db, chosen, input, now);
    const { will } = tally(parts);
    if (chosen.total !== input.total || will !== input.will) throw new Refused('preview-again');
    if (chosen.total > mostInBatch) throw new Refused('too-many-at-once');
    if (will === 0) throw new Refused('not-from-this-state');
    const { cohortId } = cohortOf(to);
    if (cohortId && !scopes.some(({ cohorts }) => cohorts.some(({ id }) => id === cohortId)))
      throw new NotFound('no such cohort');
    const batch = await recordBulkBatch(db, chosen.choice, {
      courseId: place.id,
      cohortId: cohortId ?? null,
      title: batchTitle(action, chosen.total),
      createdBy: actor.userId,
      move: { action, ...cohortOf(to), ...longerBy(input), reason },
      ends: endsByScope(input, scopes),
    });
    return { batchId: batch.id, total: batch.total };
  },
  audit: ({ input, output }) => ({
    object: `batch:${output.batchId}`,
    detail: { course: input.course, action: input.action, people: output.total },
  }),
});

/** Deadlines as a batch keeps them, one for each zone in which they are meant. Null leaves them as they are. */
function endsByScope({ ending, date }: Change, scopes: Awaited<ReturnType<typeof forecastOf>>['scopes']) {
  if (ending === '' || ending === 'by') return null;
  const endIn = (zone: string): BatchMove['ends'] => {
    const end = ending === 'none' ? null : endOfDay(date, zone);
    return end && { at: end.at.toISOString(), zone };
  };
  return Object.fromEntries(
    scopes.flatMap(({ course, cohorts }) => [
      [scopeKey(course.id, null), endIn(course.zone)],
      ...cohorts.map(({ id, zone }) => [scopeKey(course.id, id), endIn(zone)]),
    ]),
  ) as Record<string, BatchMove['ends']>;
}
