'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { deleteView } from '@/features/enrollment/views/delete-view';
import { renameView } from '@/features/enrollment/views/rename-view';
import { saveView } from '@/features/enrollment/views/save-view';
import type { FormState } from '@/rules/form-state';
import { pathOfRoom } from '@/rules/tables/table-view';
import { submit } from '@/server/call';

export async function saveViewAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state } = await submit(saveView, form);
  if (state.status === 'done') refresh();
  return state;
}

export async function renameViewAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(renameView, form);
  if (output) redirect(pathOfRoom(output.room));
  return state;
}

export async function deleteViewAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(deleteView, form);
  if (output) redirect(pathOfRoom(output.room));
  return state;
}
