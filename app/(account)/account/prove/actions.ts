'use server';

import { redirect } from 'next/navigation';
import { provePassword } from '@/features/accounts/prove-password';
import { safeReturnPath } from '@/rules/accounts/accounts';
import type { FormState } from '@/rules/form-state';
import { answerState } from '@/server/answer-state';
import { keptValues, submit } from '@/server/call';

/** Takes the password and leads on to where it was asked for. */
export async function provePasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const next = safeReturnPath(String(form.get('next')), '/account');
  form.delete('next');
  const state = await answerState(await submit(provePassword, form), form, { 'wrong-password': 'password' });
  if (state.status === 'done') redirect(next);
  return { ...state, values: { ...keptValues(form), next } };
}
