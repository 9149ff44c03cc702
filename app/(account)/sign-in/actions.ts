'use server';

import { redirect } from 'next/navigation';
import { safeReturnPath } from '@/rules/accounts/accounts';
import type { FormState } from '@/rules/form-state';
import { signInWithPassword } from '@/server/auth';
import { failureState, formValues } from '@/server/call';
import { InvalidInput, Refused } from '@/server/operation';

/** Opens a session and leads on to where the person wanted to go. */
export async function signInAction(_state: FormState, form: FormData): Promise<FormState> {
  const { email = '', password = '', next = '' } = formValues(form);
  const kept = { email, next };
  const missing = {
    ...(email.trim() === '' ? { email: 'Enter your e-mail address.' } : {}),
    ...(password === '' ? { password: 'Enter your password.' } : {}),
  };
  if (Object.keys(missing).length > 0) return failureState(new InvalidInput(missing), kept);
  try {
    const code = await signInWithPassword(email, password);
    if (code) return failureState(new Refused(code), kept);
  } catch (error) {
    return failureState(error, kept);
  }
  redirect(safeReturnPath(next, '/'));
}
