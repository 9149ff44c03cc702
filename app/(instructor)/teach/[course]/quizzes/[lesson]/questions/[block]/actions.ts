'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { applyCorrection } from '@/features/learning/corrections/apply-correction';
import { takeBackCorrection } from '@/features/learning/corrections/take-back-correction';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

const questionOf = (form: FormData): string =>
  `/teach/${form.get('course')}/quizzes/${form.get('lesson')}/questions/${form.get('block')}`;

/** Puts a question right as it was previewed. Where something changed meanwhile, the preview is shown as it is now. */
export async function applyCorrectionAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(applyCorrection, form);
  if (output)
    redirect(`${questionOf(form)}?edition=${form.get('edition')}&did=corrected&learners=${output.learners}`);
  if (state.code === 'regrade-changed') refresh();
  return state;
}

/** Takes a correction back as it was previewed. */
export async function takeBackAction(_state: FormState, form: FormData): Promise<FormState> {
  const { edition, ...rest } = Object.fromEntries(form);
  const only = new FormData();
  for (const [name, value] of Object.entries(rest)) only.set(name, value);
  const { state, output } = await submit(takeBackCorrection, only);
  if (output) redirect(`${questionOf(form)}?edition=${edition}&did=taken-back&learners=${output.learners}`);
  if (state.code === 'regrade-changed') refresh();
  return state;
}
