'use server';

import { redirect } from 'next/navigation';
import { enroll } from '@/features/enrollment/enroll';
import { acceptInvitation } from '@/features/enrollment/invitations/accept-invitation';
import { refuseInvitation } from '@/features/enrollment/invitations/refuse-invitation';
import { withdraw } from '@/features/enrollment/withdraw';
import type { FormState } from '@/rules/form-state';
import { answerState } from '@/server/answer-state';
import { submit } from '@/server/call';

/**
 * Enrolls whoever is signed in in the course of the field `slug`, and leads them into it; or back to its page
 * where they asked or wait, because that says how they stand.
 */
export async function enrollAction(_last: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(enroll, form);
  if (!output) return state;
  const { outcome, slug } = output;
  if (outcome === 'wrong-key' || outcome === 'too-many-tries')
    return answerState({ state, output: { ok: false, code: outcome } }, form, { 'wrong-key': 'key' });
  redirect(outcome === 'requested' || outcome === 'waiting' ? `/courses/${slug}` : `/learn/${slug}`);
}

/** Withdraws whoever is signed in from the course of the field `slug`, and leads back to its page. */
export async function withdrawAction(_last: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(withdraw, form);
  if (output) redirect(`/courses/${output.slug}`);
  return state;
}

/** Takes the seat that is held for whoever is signed in, and leads them into the course. */
export async function acceptInvitationAction(_last: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(acceptInvitation, form);
  if (output) redirect(`/learn/${output.slug}`);
  return state;
}

/** Declines it, and leads to the page of the course. */
export async function refuseInvitationAction(_last: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(refuseInvitation, form);
  if (output) redirect(`/courses/${output.slug}`);
  return state;
}
