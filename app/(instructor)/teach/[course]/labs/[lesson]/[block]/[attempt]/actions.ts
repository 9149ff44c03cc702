'use server';

import { redirect } from 'next/navigation';
import { grantLabAttempt } from '@/features/learning/labs/grant-lab-attempt';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

/** Gives a learner a new task, and leads back to the lab. */
export async function grantLabAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(grantLabAttempt, form);
  if (!output) return state;
  redirect(`/teach/${String(form.get('course'))}/labs/${output.lessonId}/${output.blockId}`);
}
