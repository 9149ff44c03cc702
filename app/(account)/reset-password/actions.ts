'use server';

import { redirect } from 'next/navigation';
import { resetPassword } from '@/features/accounts/reset-password';
import type { FormState } from '@/rules/form-state';
import { siteAddress, submit } from '@/server/call';

/** Sets the new password and leads to the sign-in. */
export async function resetPasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state } = await submit(resetPassword, form, { address: siteAddress() });
  if (state.status === 'done') redirect('/sign-in?after=password-reset');
  return state;
}
