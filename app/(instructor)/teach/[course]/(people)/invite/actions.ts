'use server';

import { refresh } from 'next/cache';
import { invitePerson } from '@/features/enrollment/invitations/invite-person';
import type { FormState } from '@/rules/form-state';
import { answerState } from '@/server/answer-state';
import { siteAddress, submit } from '@/server/call';

/** Invites one person; the form stays for the next. */
export async function invitePersonAction(_state: FormState, form: FormData): Promise<FormState> {
  const answer = await submit(invitePerson, form, { address: siteAddress() });
  const state = await answerState(answer, form);
  if (state.status !== 'done' || !answer.output?.ok) return state;
  refresh();
  return answer.output.outcome === 'invited'
    ? { ...state, message: 'Invited. The mail with the link is on its way.' }
    : { ...state, message: 'Every seat is taken, so they are on the waitlist. A mail tells them.' };
}
