'use server';

import { refresh } from 'next/cache';
import { restorePerson } from '@/features/accounts/restore-person';
import { setRole } from '@/features/accounts/set-role';
import { suspendPerson } from '@/features/accounts/suspend-person';
import type { FormState } from '@/rules/form-state';
import { answerState } from '@/server/answer-state';
import { submit } from '@/server/call';

/** The page shows the person anew once something has changed. */
function shownAnew(state: FormState): FormState {
  if (state.status === 'done') refresh();
  return state;
}

export async function setRoleAction(_state: FormState, form: FormData): Promise<FormState> {
  return shownAnew(await answerState(await submit(setRole, form), form, { 'wrong-password': 'password' }));
}

export async function suspendPersonAction(_state: FormState, form: FormData): Promise<FormState> {
  return shownAnew((await submit(suspendPerson, form)).state);
}

export async function restorePersonAction(_state: FormState, form: FormData): Promise<FormState> {
  return shownAnew((await submit(restorePerson, form)).state);
}
