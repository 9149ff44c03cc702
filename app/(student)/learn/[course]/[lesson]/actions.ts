'use server';

import { redirect } from 'next/navigation';
import { startAttempt } from '@/features/learning/quizzes/start-attempt';
import { submitAttempt } from '@/features/learning/quizzes/submit-attempt';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

const attemptAddress = (form: FormData, attempt: number): string =>
  `/learn/${String(form.get('course'))}/${String(form.get('lesson'))}/attempts/${attempt}`;

export async function startAttemptAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(startAttempt, form);
  if (!output) return state;
  redirect(attemptAddress(form, output.attempt));
}

/** Without a state: whatever came of it, the page of the attempt shows it. */
export async function handInAction(form: FormData): Promise<void> {
  const { output } = await submit(submitAttempt, form);
  redirect(attemptAddress(form, output?.attempt ?? Number(form.get('attempt'))));
}
