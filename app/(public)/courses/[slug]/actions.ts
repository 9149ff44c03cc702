'use server';

import { redirect } from 'next/navigation';
import { enroll } from '@/features/enrollment/enroll';
import { withdraw } from '@/features/enrollment/withdraw';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

/** Enrolls whoever is signed in in the course of the field `slug`, and leads them into it. */
export async function enrollAction(_last: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(enroll, form);
  if (output) redirect(`/learn/${output.slug}`);
  return state;
}

/** Withdraws whoever is signed in from the course of the field `slug`, and leads back to its page. */
export async function withdrawAction(_last: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(withdraw, form);
  if (output) redirect(`/courses/${output.slug}`);
  return state;
}
