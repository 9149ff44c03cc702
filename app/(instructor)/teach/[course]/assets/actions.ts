'use server';

import { refresh } from 'next/cache';
import { deleteAsset } from '@/features/authoring/assets/delete-asset';
import type { FormState } from '@/rules/form-state';
import { refusals } from '@/rules/refusals';
import { submit } from '@/server/call';

export async function deleteAssetAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(deleteAsset, form);
  if (output?.ok === false) {
    const places = output.uses.map(({ title, line }) => `${title}, line ${line}`).join('; ');
    return { status: 'refused', code: output.code, message: `${refusals[output.code]} It is in ${places}.` };
  }
  if (state.status === 'done') refresh();
  return state;
}
