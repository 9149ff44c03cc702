'use server';

import { redirect } from 'next/navigation';
import { claimInvitation } from '@/features/enrollment/invitations/claim-invitation';
import { declineByLink } from '@/features/enrollment/invitations/decline-by-link';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

/** Claims the account and takes the seat, then leads to the sign-in and into the course. */
export async function claimInvitationAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(claimInvitation, form);
  if (!output) return state;
  const next = output.slug === null ? '/learn' : `/learn/${output.slug}`;
  redirect(`/sign-in?after=claimed&next=${encodeURIComponent(next)}`);
}

/** Declines the invitation of a link, and shows a page whose address has the secret no more. */
export async function declineByLinkAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(declineByLink, form);
  if (!output) return state;
  redirect('/invitation?answer=declined');
}
