'use server';

import { refresh } from 'next/cache';
import { makeApiToken } from '@/features/api-tokens/make-api-token';
import { revokeApiToken } from '@/features/api-tokens/revoke-api-token';
import type { FormState } from '@/rules/form-state';
import { submitProven } from '@/server/auth/submit-proven';
import { submit } from '@/server/call';

export async function makeTokenAction(_state: FormState, form: FormData): Promise<FormState> {
  // Several boxes have one name; the operation takes them as words.
  form.set('scopes', form.getAll('scopes').join(' '));
  const { state, output } = await submitProven(makeApiToken, form);
  if (!output) return state;
  refresh();
  return { status: 'done', values: { shownOnce: output.secret } };
}

export async function revokeTokenAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(revokeApiToken, form);
  if (output) refresh();
  return state;
}
