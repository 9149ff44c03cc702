'use server';

import { redirect } from 'next/navigation';
import { removeOverride } from '@/features/learning/gradebook/remove-override';
import { setGrade } from '@/features/learning/gradebook/set-grade';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

function backToLearner(form: FormData): never {
  const item = encodeURIComponent(String(form.get('item')));
  redirect(`/teach/${form.get('course')}/grades/people/${form.get('enrollment')}?did=${item}#grade-${item}`);
}

/** Sets a grade by hand; the page of its learner then shows it. */
export async function setGradeAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(setGrade, form);
  if (output) backToLearner(form);
  return state;
}

/** Takes back what was set by hand. */
export async function removeOverrideAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state } = await submit(removeOverride, form, { reason: '' });
  if (state.status === 'done') backToLearner(form);
  return state;
}
