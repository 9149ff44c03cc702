'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { undoBatch } from '@/features/enrollment/batches/undo-batch';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

/** Undoes a batch and leads to the one that does it. */
export async function undoBatchAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(undoBatch, form);
  if (output)
    redirect(output.course ? `/teach/${output.course}/batches/${output.id}` : `/admin/batches/${output.id}`);
  if (state.status === 'refused') refresh();
  return state;
}
