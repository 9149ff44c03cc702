'use server';

import { redirect } from 'next/navigation';
import { startBulkChange } from '@/features/enrollment/roster/start-bulk-change';
import type { FormState } from '@/rules/form-state';
import { keptValues, submit } from '@/server/call';

/** Begins the batch that was previewed and goes to its page. What has changed since is previewed again. */
export async function startBulkChangeAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(startBulkChange, form);
  const { course, query = '', action = '', to = '', ending = '', date = '', days = '' } = keptValues(form);
  const place = course ? `/teach/${course}` : '/admin';
  if (output) redirect(`${place}/batches/${output.batchId}`);
  if (state.code !== 'preview-again') return state;
  const again = new URLSearchParams([
    ...new URLSearchParams(query),
    ...Object.entries({ do: action, to, ending, date, days, again: '1' }),
  ]);
  redirect(`${place}/${course ? 'roster' : 'enrollments'}/act?${again}`);
}
