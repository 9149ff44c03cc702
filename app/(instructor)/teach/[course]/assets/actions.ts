'use server';

import { redirect } from 'next/navigation';
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
  // With and without JavaScript the page says so: the form itself is gone with the file.
  if (output) redirect(`/teach/${String(form.get('course'))}/assets?deleted=1`);
  return state;
}
