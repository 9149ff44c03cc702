'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { cancelPublication } from '@/features/authoring/publishing/cancel-publication';
import { moveLearners } from '@/features/authoring/publishing/move-learners';
import { restoreEdition } from '@/features/authoring/publishing/restore-edition';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

const listOf = (form: FormData, told: Record<string, string | number>): string =>
  `/teach/${form.get('course')}/editions?${new URLSearchParams(
    Object.entries(told).map(([name, value]) => [name, String(value)]),
  )}`;

export async function cancelPublicationAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state } = await submit(cancelPublication, form);
  if (state.status === 'done') redirect(listOf(form, { did: 'cancelled' }));
  refresh();
  return state;
}

export async function moveLearnersAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(moveLearners, form);
  if (output) redirect(listOf(form, { did: 'moved', edition: String(form.get('edition')), ...output }));
  return state;
}

/** Leads to the list, from where a draft that gave way can be brought back. */
export async function restoreEditionAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(restoreEdition, form);
  if (output) {
    const { former } = output;
    redirect(
      listOf(form, { did: 'drafted', edition: String(form.get('edition')), ...(former ? { former } : {}) }),
    );
  }
  if (state.code === 'changed-meanwhile') refresh();
  return state;
}
