'use server';

import { redirect } from 'next/navigation';
import { deleteBankSet } from '@/features/authoring/bank/delete-bank-set';
import { renameBankSet } from '@/features/authoring/bank/rename-bank-set';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

export async function renameBankSetAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(renameBankSet, form);
  if (output) redirect(`/teach/${String(form.get('course'))}/bank/${String(form.get('file'))}`);
  return state;
}

export async function deleteBankSetAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(deleteBankSet, form);
  if (output) redirect(`/teach/${String(form.get('course'))}/bank?deleted=${output.deletion}`);
  return state;
}
