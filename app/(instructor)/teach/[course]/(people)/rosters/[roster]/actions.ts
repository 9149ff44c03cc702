'use server';

import { redirect } from 'next/navigation';
import { commitRoster } from '@/features/enrollment/lists/commit-roster';
import { mapRoster } from '@/features/enrollment/lists/map-roster';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

const pathOf = (form: FormData, room: string, id: string) =>
  `/teach/${encodeURIComponent(String(form.get('course')))}/${room}/${encodeURIComponent(id)}`;

/** Makes a batch of the list and leads to it; a list that was committed leads to the batch it became. */
export async function commitRosterAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(commitRoster, form);
  if (output) redirect(pathOf(form, 'batches', output.batch));
  return state;
}

/** Makes the dry run anew with other columns or choices, and shows it. */
export async function mapRosterAction(_state: FormState, form: FormData): Promise<FormState> {
  const wanted = new FormData();
  for (const name of ['course', 'roster', 'cohort', 'source', 'sync', 'heads']) {
    const value = form.get(name);
    if (value !== null) wanted.set(name, value);
  }
  const width = Math.min(200, Number(form.get('width')) || 0);
  const columns = Array.from({ length: width }, (_, index) => String(form.get(`column-${index}`) ?? ''));
  const classes = form.getAll('class').map(String);
  const { state, output } = await submit(mapRoster, wanted, { columns, classes });
  if (output) redirect(pathOf(form, 'rosters', output.id));
  const chosen = Object.fromEntries(columns.map((column, index) => [`column-${index}`, column]));
  return { ...state, values: { ...state.values, ...chosen } };
}
