'use server';

import { refresh } from 'next/cache';
import { confirmEmail } from '@/features/accounts/confirm-email';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

/** Uses up the link of a confirmation mail. */
export async function confirmAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state } = await submit(confirmEmail, form);
  if (state.status === 'done') refresh();
  return state;
}
