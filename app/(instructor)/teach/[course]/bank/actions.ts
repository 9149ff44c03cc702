'use server';

import { redirect } from 'next/navigation';
import { addBankSet } from '@/features/authoring/bank/add-bank-set';
import { restoreBankSet } from '@/features/authoring/bank/restore-bank-set';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

export async function addBankSetAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(addBankSet, form);
  if (output) redirect(`/teach/${String(form.get('course'))}/bank/${output.fileId}`);
  return state;
}

export async function restoreBankSetAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(restoreBankSet, form);
  if (output) redirect(`/teach/${String(form.get('course'))}/bank?restored=${output.fileId}`);
  return state;
}
