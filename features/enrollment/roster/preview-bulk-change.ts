import * as z from 'zod';
import { cohortsToChoose } from '@/db/queries/enrollment-details';
import { type ChosenGroup, peopleOfGroups } from '@/db/queries/roster-bulk';
import { canManageRoster } from '@/rules/access';
import { offeredActions } from '@/rules/enrollment/roster-actions';
import { InvalidInput, operation } from '@/server/operation';
import { changeFields, chosenIn, forecastOf, mostInBatch, tally } from './bulk-change';
import { inPlace, placeInput } from './place';

const namesShown = 50;

/**
 * Who was chosen, what can be done to them and, given an action, what it would do to whom: how many would be
 * moved, how many would wait for a seat, and who would not, with the reason. Writes nothing.
 */
export const previewBulkChange = operation({
  name: 'preview-bulk-change',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...placeInput, ...changeFields, action: changeFields.action.nullable() }),
  subject: inPlace,
  allow: canManageRoster,
  async run({ db, subject: place, input: { query, course, ...change }, now }) {
    const chosen = await chosenIn(db, { ...place, contacts: true }, query, now);
    const { total, groups, choice } = chosen;
    const cohorts = place.id === null ? [] : await cohortsToChoose(db, place.id);
    const problems: Record<string, string> = {};
    const head = { total, most: mostInBatch, actions: offeredActions(groups), cohorts };
    const { action } = change;
    const { to, ending } = change;
    // Nothing is chosen to change yet: there is nothing to preview.
    const idle = action === 'change' && to === '' && ending === '';
    if (action === null || idle || total === 0) return { ...head, preview: null, problems };
    try {
      const { parts } = await forecastOf(db, chosen, { ...change, action }, now);
      const keyOf = ({ courseId, cohortId, state, own }: Omit<ChosenGroup, 'people' | 'endsAt'>) =>
        [courseId, cohortId, state, own].join();
      const why = new Map(parts.map(({ group, refusal }) => [keyOf(group), refusal]));
      const not = parts.filter(({ refusal }) => refusal !== null).map(({ group }) => group);
      const will = parts.filter(({ moved }) => moved > 0).map(({ group }) => group);
      const shown = (rows: Awaited<ReturnType<typeof peopleOfGroups>>) =>
        rows.map((row) => ({
          id: row.id,
          name: row.name,
          email: row.email,
          course: row.course,
          state: row.state,
          refusal: why.get(keyOf(row)) ?? null,
        }));
      const preview = {
        ...tally(parts),
        refusedPeople: shown(await peopleOfGroups(db, choice, not, namesShown)),
        movedPeople: shown(await peopleOfGroups(db, choice, will, namesShown)),
      };
      return { ...head, preview, problems };
    } catch (error) {
      if (error instanceof InvalidInput) return { ...head, preview: null, problems: error.fields };
      throw error;
    }
  },
});
