'use server';

import { refresh, revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { restorePerson } from '@/features/accounts/restore-person';
import { setRole } from '@/features/accounts/set-role';
import { startViewing } from '@/features/accounts/start-viewing';
import { suspendPerson } from '@/features/accounts/suspend-person';
import type { FormState } from '@/rules/form-state';
import { submitProven } from '@/server/auth/submit-proven';
import { submit } from '@/server/call';

/** The page shows the person anew once something has changed. */
function shownAnew(state: FormState): FormState {
  if (state.status === 'done') refresh();
  return state;
}

export async function setRoleAction(_state: FormState, form: FormData): Promise<FormState> {
  return shownAnew((await submitProven(setRole, form)).state);
}

export async function suspendPersonAction(_state: FormState, form: FormData): Promise<FormState> {
  return shownAnew((await submit(suspendPerson, form)).state);
}

export async function restorePersonAction(_state: FormState, form: FormData): Promise<FormState> {
  return shownAnew((await submit(restorePerson, form)).state);
}

export async function startViewingAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state } = await submit(startViewing, form);
  if (state.code === 'password-again')
    redirect(`/account/prove?next=${encodeURIComponent(`/admin/people/${form.get('userId')}`)}`);
  if (state.status !== 'done') return state;
  // Every page from now on is somebody else's, the frame around it included.
  revalidatePath('/', 'layout');
  redirect('/learn');
}
