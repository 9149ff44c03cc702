'use server';

import { redirect } from 'next/navigation';
import { admitRoster } from '@/features/enrollment/lists/admit-roster';
import { ListRefused } from '@/features/enrollment/lists/list-refused';
import { openPasted } from '@/features/enrollment/lists/open-list';
import { stageRoster } from '@/features/enrollment/lists/stage-roster';
import { rosterLimits } from '@/rules/enrollment/roster';
import { listRefusals } from '@/rules/enrollment/roster-refusals';
import type { FormState } from '@/rules/form-state';
import { refusals } from '@/rules/refusals';
import { call, keptValues, submit } from '@/server/call';

/** The page has two forms with the same choices: the fields of this one are called so. */
const prefix = 'pasted-';
const prefixed = (fields: FormState['fields']): FormState['fields'] =>
  fields && Object.fromEntries(Object.entries(fields).map(([name, why]) => [`${prefix}${name}`, why]));

/** Takes a pasted list in and leads to its dry run; whatever is wrong with it, the text stays in the form. */
export async function pasteListAction(_state: FormState, form: FormData): Promise<FormState> {
  const course = String(form.get('course'));
  const text = String(form.get('text') ?? '');
  const values = keptValues(form);
  const wrong = (message: string): FormState => ({ status: 'invalid', fields: { text: message }, values });
  if (text.length > rosterLimits.pasted) return wrong(listRefusals['too-much-pasted']);
  const admitted = await call(admitRoster, { course });
  if (!admitted.ok) return { status: 'refused', message: refusals[admitted.code], values };
  let location: string;
  try {
    const chosen = new FormData();
    for (const name of ['cohort', 'source', 'sync']) {
      const value = form.get(`${prefix}${name}`);
      if (value !== null) chosen.set(name, value);
    }
    const { state, output } = await submit(stageRoster, chosen, { course, list: await openPasted(text) });
    if (!output) return { ...state, values, fields: prefixed(state.fields) };
    location = `/teach/${course}/rosters/${output.id}`;
  } catch (error) {
    if (error instanceof ListRefused) return wrong(error.message);
    throw error;
  }
  redirect(location);
}
