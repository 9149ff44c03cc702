'use server';

import { refresh } from 'next/cache';
import { changeName } from '@/features/accounts/change-name';
import { changePassword } from '@/features/accounts/change-password';
import { resendConfirmation } from '@/features/accounts/resend-confirmation';
import { revokeOtherSessions } from '@/features/accounts/revoke-other-sessions';
import { revokeSession } from '@/features/accounts/revoke-session';
import { setQuiet } from '@/features/accounts/set-quiet';
import type { FormState } from '@/rules/form-state';
import { answerState } from '@/server/answer-state';
import { siteAddress, submit } from '@/server/call';

/** What the page shows is read anew once something has changed. */
function shownAnew(state: FormState): FormState {
  if (state.status === 'done') refresh();
  return state;
}

export async function changeNameAction(_state: FormState, form: FormData): Promise<FormState> {
  return shownAnew((await submit(changeName, form)).state);
}

export async function changePasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const answer = await submit(changePassword, form, { address: siteAddress() });
  return shownAnew(await answerState(answer, form, { 'wrong-password': 'currentPassword' }));
}

export async function resendConfirmationAction(_state: FormState, form: FormData): Promise<FormState> {
  return answerState(await submit(resendConfirmation, form, { address: siteAddress() }), form);
}

export async function revokeSessionAction(_state: FormState, form: FormData): Promise<FormState> {
  return shownAnew((await submit(revokeSession, form)).state);
}

export async function revokeOtherSessionsAction(_state: FormState, form: FormData): Promise<FormState> {
  return shownAnew((await submit(revokeOtherSessions, form)).state);
}

export async function setQuietAction(_state: FormState, form: FormData): Promise<FormState> {
  return shownAnew((await submit(setQuiet, form)).state);
}
