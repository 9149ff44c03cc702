'use server';

import { redirect } from 'next/navigation';
import { removeAccommodationOf } from '@/features/enrollment/accommodations/remove-accommodation-of';
import { setAccommodationOf } from '@/features/enrollment/accommodations/set-accommodation-of';
import { changeEnrollment } from '@/features/enrollment/roster/change-enrollment';
import type { FormState } from '@/rules/form-state';
import { siteAddress, submit } from '@/server/call';

/** Does one thing to one enrollment; its page then shows what came of it. */
export async function changeEnrollmentAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(changeEnrollment, form, { address: siteAddress() });
  if (output) redirect(`/teach/${form.get('course')}/roster/${form.get('enrollment')}?did=${output.did}`);
  return state;
}

/** Agrees with a learner on more than the rules of quizzes give; the page then shows it. */
export async function setAccommodationAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state } = await submit(setAccommodationOf, form);
  if (state.status === 'done') redirect(agreedAt(form));
  return state;
}

/** Takes back what was agreed. */
export async function removeAccommodationAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state } = await submit(removeAccommodationOf, form);
  if (state.status === 'done') redirect(agreedAt(form));
  return state;
}

const agreedAt = (form: FormData) => `/teach/${form.get('course')}/roster/${form.get('enrollment')}#agreed`;
